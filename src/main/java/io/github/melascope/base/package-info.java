/** What every package may lean on: how a problem is told, progress, cancelling, and files that are never half-written. */
package io.github.melascope.base;
