package io.github.melascope.model;

import io.github.melascope.metrics.CrossMeasure;
import io.github.melascope.metrics.SliceDrop;
import java.util.List;

/** What holding out slices costs, for people: a table of each figure that counts. */
final class SliceDropText {
    private static final List<CrossMeasure> SHOWN =
            List.of(CrossMeasure.MELANOMA_AUC, CrossMeasure.MACRO_AUC, CrossMeasure.BALANCED_ACCURACY);

    private SliceDropText() {}

    static void write(Markdown text, List<SliceDrop> drops) {
        if (drops.isEmpty()) {
            return;
        }
        text.heading(2, "How far it drops on a slice of which it has seen nothing");
        text.paragraph(
                "The same images, asked of networks that have learnt from others of the slice (from a cross-validation"
                        + " by lesion) and of the network from which the whole slice was held out. Figures are computed within"
                        + " each fold by lesion and averaged, so they can differ from those above.");
        for (CrossMeasure measure : SHOWN) {
            text.heading(3, measure.title());
            text.table(
                    List.of("Recipe", "Slice", "Images", "Melanomas", "Slice seen", "Slice held out", "Change"),
                    drops.stream().map(drop -> row(drop, measure)).toList());
        }
    }

    private static List<String> row(SliceDrop drop, CrossMeasure measure) {
        return List.of(
                drop.recipe(),
                drop.slice(),
                Integer.toString(drop.result().images()),
                Integer.toString(drop.result().melanomas()),
                CrossText.figure(drop.seen().mean(measure)),
                CrossText.figure(drop.heldOut().mean(measure)),
                CrossText.signed(drop.change(measure), "%+.3f"));
    }
}
