/** Model bundles on disk: what a model is, loading with every check, saving whole or not at all, listing, moving. */
package io.github.melascope.model;
