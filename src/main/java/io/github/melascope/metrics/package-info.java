/**
 * The exam's arithmetic: confusion, ROC, precision-recall, calibration, temperature, thresholds, and intervals by a
 * bootstrap over lesions. Pure functions on arrays.
 */
package io.github.melascope.metrics;
