package io.github.melascope.ui.dashboard;

import io.github.melascope.base.Words;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.metrics.BinaryMeasure;
import io.github.melascope.metrics.Case;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;

/** How things of the dashboard are called in the reader's language. */
final class Naming {
    private final Words words;
    private final Numbers numbers;

    Naming(Words words) {
        this.words = words;
        this.numbers = new Numbers(words);
    }

    String measure(BinaryMeasure measure) {
        return words.of("dashboard.measure", measure);
    }

    /** What slices are made by. */
    String sliceKey(String by) {
        return words.of("dashboard.by." + by.replace('_', '-'));
    }

    /** A slice's value; values that come from the dataset stay as they are written there. */
    String sliceValue(String value) {
        String key =
                "dashboard.value." + value.replace(' ', '-').replace('_', '-').toLowerCase(Locale.ROOT);
        try {
            return words.of(key);
        } catch (MissingResourceException e) {
            return value;
        }
    }

    String truth(Case one) {
        Diagnosis diagnosis = one.diagnosis();
        return diagnosis != null
                ? words.of("dx", diagnosis)
                : words.of(one.melanoma() ? "dx.mel" : "dashboard.not-melanoma");
    }

    /** What a gallery shows, at its threshold. */
    String gallery(Selection selection, double threshold) {
        if (selection instanceof Selection.Outcomes outcomes) {
            return outcomes(outcomes);
        }
        if (selection instanceof Selection.Diagnoses diagnoses) {
            return diagnoses(diagnoses);
        }
        if (selection instanceof Selection.WrongAt wrong) {
            return words.of("dashboard.gallery.wrong-at", numbers.threshold(Math.clamp(wrong.at(), 0, 1)));
        }
        if (selection instanceof Selection.Bin bin) {
            return words.of(
                    "dashboard.gallery.bin",
                    bin.truth()
                            .map(melanoma -> words.of(melanoma ? "dashboard.melanomas" : "dashboard.others"))
                            .orElse(words.of("dashboard.images")),
                    numbers.share(bin.from()),
                    numbers.share(bin.to()));
        }
        if (selection instanceof Selection.InSlice slice) {
            return words.of("dashboard.gallery.slice", sliceKey(slice.by()), sliceValue(slice.value()));
        }
        Selection.OnlyOneRight one = (Selection.OnlyOneRight) selection;
        return words.of("dashboard.gallery.only-one", one.right(), one.wrong());
    }

    private String outcomes(Selection.Outcomes outcomes) {
        String truth =
                outcomes.truth().map(melanoma -> melanoma ? "mel" : "other").orElse("all");
        String called =
                outcomes.called().map(yes -> yes ? "called" : "not-called").orElse("any");
        return words.of("dashboard.gallery." + truth + "." + called);
    }

    private String diagnoses(Selection.Diagnoses diagnoses) {
        Optional<String> truth = diagnoses.truth().map(dx -> words.of("dx", dx));
        Optional<String> answer = diagnoses.answer().map(dx -> words.of("dx", dx));
        if (truth.isPresent() && answer.isPresent()) {
            return words.of("dashboard.gallery.cell", truth.get(), answer.get());
        }
        return truth.isPresent()
                ? words.of("dashboard.gallery.truth", truth.get())
                : words.of("dashboard.gallery.answer", answer.orElse(words.of("dashboard.images")));
    }

    /** The truth in one short word: the diagnosis' code where it is known. */
    String brief(Case one) {
        Diagnosis diagnosis = one.diagnosis();
        return diagnosis == null ? truth(one) : diagnosis.code();
    }

    /** Which lesion, and how its diagnosis is known. */
    String origin(Case one) {
        return words.of("dashboard.fact.lesion", one.lesionId()) + " · " + sliceValue(one.dxType());
    }

    /** Age, sex and site. */
    String person(Case one) {
        return String.join(
                " · ",
                words.of("dashboard.fact.age", sliceValue(one.ageBand())),
                sliceValue(one.sex()),
                words.of("dashboard.fact.site", sliceValue(one.site())));
    }
}
