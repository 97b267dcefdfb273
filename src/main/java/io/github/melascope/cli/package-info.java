/** The command line: thin commands over the use cases, results on stdout, all else on stderr, documented exit codes. */
package io.github.melascope.cli;
