package io.github.melascope.nn.train;

/**
 * The loss and its class weights.
 *
 * @param gamma focal loss's γ; 0 is cross entropy
 * @param smoothing label smoothing's ε, 0 … 1
 * @param weightPower exponent of the balanced class weights: 0 none, 1 fully balanced, between them less
 * @param logitAdjustment τ of {@link Loss#priors}: 0 none, 1 fully
 */
public record LossPlan(double gamma, double smoothing, double weightPower, double logitAdjustment) {}
