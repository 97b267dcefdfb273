package io.github.melascope.model;

import io.github.melascope.metrics.FittedFusion;
import io.github.melascope.metrics.PatientFusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The part of a model card that tells how what is known of the patient moves the answer, and what that is good for. */
final class FusionSection {
    private FusionSection() {}

    static void write(Markdown text, FittedFusion fitted) {
        PatientFusion fusion = fitted.fusion();
        String facts = fusion.facts().stream().map(fact -> fact.code()).collect(Collectors.joining(", "));
        text.heading(2, "With what is known of the patient");
        text.paragraph("Whoever gives the patient's " + facts
                + " gets a second melanoma probability beside the model's own:"
                + " a logistic regression on the model's log odds and on these facts (" + fitted.date() + ", command: `"
                + fitted.command() + "`). **Outcome, thresholds and heat map stay those of the image alone.**");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("intercept", number(fusion.intercept())));
        rows.add(List.of("the model's log odds", number(fusion.slope())));
        fusion.weights()
                .forEach((term, weight) ->
                        rows.add(List.of(term.equals("age") ? "age, a decade" : term, number(weight))));
        text.table(List.of("Term", "Log odds"), rows);
        AuditSection.table(text, fitted.exam());
        text.list(List.of(String.format(
                Locale.ROOT,
                "Ages below %.0f and above %.0f count as these, since no one older or younger was there to learn from.",
                fusion.leastAge(),
                fusion.greatestAge())));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }
}
