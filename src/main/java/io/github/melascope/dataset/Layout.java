package io.github.melascope.dataset;

import java.util.Locale;

/** The ways in which a dataset can lie on disk; recognised by content, not by the folder's name. */
public enum Layout {
    /** A table with lesion_id, image_id, dx and dx_type, and images in any folders beside it. */
    HAM10000("HAM10000"),
    /** One-hot columns MEL, NV, BCC, AKIEC, BKL, DF, VASC. */
    ISIC_2018("ISIC 2018 challenge, task 3"),
    /** One-hot columns MEL, NV, BCC, AK, BKL, DF, VASC, SCC, UNK. */
    ISIC_2019("ISIC 2019 challenge"),
    /** A folder per diagnosis, or one for melanoma (malignant) and one for the rest (benign). */
    CLASS_FOLDERS("a folder per class"),
    /** Any other table with a column for the image and one for its label. */
    PLAIN_CSV("a CSV table");

    private final String title;

    Layout(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
