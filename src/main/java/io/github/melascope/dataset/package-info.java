/**
 * Labelled images on disk: opening the known layouts, checking them for faults, splitting them by lesion, and balancing
 * the training part.
 */
package io.github.melascope.dataset;
