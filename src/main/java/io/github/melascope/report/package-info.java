/**
 * What the program hands out: the one-page report of an image as PDF and PNG, and the answers of a batch as CSV and JSON. No
 * export carries anything of the image's own metadata.
 */
package io.github.melascope.report;
