/**
 * The case library a clinician keeps: a folder with an SQLite database and the images. Starts at {@link CaseLibrary}. Every
 * change is one transaction, which writes its row of the audit trail too.
 */
package io.github.melascope.cases;
