package io.github.melascope.app;

import io.github.melascope.dataset.Dataset;
import io.github.melascope.dataset.Layout;
import java.util.List;

/**
 * The terms a model inherits from the images it was trained on.
 *
 * @param name of the terms
 * @param text of the bundle's LICENSE file
 * @param notes limits of models of such data, for the model card
 */
record DataLicence(String name, String text, List<String> notes) {
    private static final List<String> ALWAYS = List.of(
            "It knows only what its training images show: other skin types, body sites, cameras and diagnoses may be"
                    + " answered wrongly with high probability.");

    static DataLicence of(Dataset dataset) {
        boolean isic = dataset.layout() == Layout.ISIC_2018 || dataset.layout() == Layout.ISIC_2019;
        return dataset.layout() == Layout.HAM10000 || isic ? nonCommercial() : unknown();
    }

    private static DataLicence nonCommercial() {
        return new DataLicence(
                "CC-BY-NC-4.0",
                """
                This model (weights, reference embeddings, split and figures) was trained on images of the ISIC Archive and
                inherits their terms: Creative Commons Attribution-NonCommercial 4.0 International (SPDX: CC-BY-NC-4.0),
                creativecommons.org/licenses/by-nc/4.0/legalcode

                You may share and adapt it for non-commercial purposes if you give credit to:

                  Tschandl, P., Rosendahl, C. & Kittler, H. The HAM10000 dataset, a large collection of multi-source
                  dermatoscopic images of common pigmented skin lesions. Scientific Data 5, 180161 (2018).

                The program that made it is under the Apache License 2.0; this file speaks only of the model.
                It is not a medical device and its answers are not diagnoses.
                """,
                List.of(
                        ALWAYS.get(0),
                        "The vascular lesions of HAM10000 were resized by another program than the rest: figures for"
                                + " vasc deserve doubt."));
    }

    private static DataLicence unknown() {
        return new DataLicence("terms of the training data", """
                This model inherits the terms of the images it was trained on. Whoever trained it must know them and should
                write them here before passing it on. It is not a medical device and its answers are not diagnoses.
                """, ALWAYS);
    }
}
