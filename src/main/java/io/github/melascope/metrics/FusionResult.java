package io.github.melascope.metrics;

/**
 * What facts of the patient add to a model's melanoma probability on some images; differences are paired, with what is known
 * of the patient minus the model alone.
 *
 * @param exam which images, and how the fusion came by its answers
 * @param images how many
 * @param lesions they show
 * @param melanomas of the images
 * @param auc ROC AUC of the model alone
 * @param aucWith ROC AUC with the facts
 * @param aucGain their difference
 * @param loss mean log loss of the model alone, in nats
 * @param lossWith mean log loss with the facts
 * @param lossGain their difference; below 0 is better
 */
public record FusionResult(
        String exam,
        int images,
        int lesions,
        int melanomas,
        Figure auc,
        Figure aucWith,
        Figure aucGain,
        Figure loss,
        Figure lossWith,
        Figure lossGain) {}
