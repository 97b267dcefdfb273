package io.github.melascope.ui.cases;

import io.github.melascope.base.Words;
import io.github.melascope.cases.BodySite;
import io.github.melascope.cases.CaseRow;
import io.github.melascope.cases.Reading;
import io.github.melascope.lesion.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.util.StringConverter;

/** How cases are told in the window's language. */
final class CaseWords {
    private static final int CONFIDENCE_STEPS = 4;

    private final Words words;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;

    CaseWords(Words words) {
        this.words = words;
        day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(words.locale());
        time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.locale())
                .withZone(ZoneId.systemDefault());
    }

    /** A lesion's label and body site; a label that is the body site's name stands alone. */
    String lesion(String label, BodySite site) {
        return label.equals(site(site)) ? label : words.of("cases.lesion", label, site(site));
    }

    String day(LocalDate date) {
        return words.day(date);
    }

    String time(Instant at) {
        return time.format(at);
    }

    /** A day as it is shown, or as 2026-11-23. */
    Optional<LocalDate> day(String text) {
        for (DateTimeFormatter form : List.of(day, DateTimeFormatter.ISO_LOCAL_DATE)) {
            try {
                return Optional.of(LocalDate.parse(text.strip(), form));
            } catch (DateTimeParseException e) {
                // the other form may fit
            }
        }
        return Optional.empty();
    }

    /** For date fields; what is no date is refused by an exception, as they expect. */
    StringConverter<LocalDate> days() {
        return new StringConverter<>() {
            @Override
            public String toString(LocalDate date) {
                return date == null ? "" : day(date);
            }

            @Override
            @SuppressWarnings("NullAway") // an empty date field is null
            public LocalDate fromString(String text) {
                return text == null || text.isBlank()
                        ? null
                        : day(text).orElseThrow(() -> new DateTimeParseException("no date", text, 0));
            }
        };
    }

    String site(BodySite site) {
        return words.of("cases.site", site);
    }

    /** In the alphabetical order of the language, the unknown one last. */
    List<BodySite> sites() {
        return Arrays.stream(BodySite.values())
                .sorted(Comparator.comparing((BodySite site) -> site == BodySite.UNKNOWN)
                        .thenComparing(this::site, java.text.Collator.getInstance(words.locale())))
                .toList();
    }

    String answer(Outcome outcome, double melanoma) {
        return words.of("cases.answer", words.of("outcome", outcome), words.percent(melanoma));
    }

    String own(Reading.User reading) {
        return words.of("cases.own", words.of("dx", reading.diagnosis()), confidence(reading.confidence()));
    }

    /** {@code "fairly sure"}. */
    String confidence(double confidence) {
        String key = "ownreading.confidence." + Math.round(confidence * CONFIDENCE_STEPS);
        return words.of(key);
    }

    /** A case in one line. */
    String name(CaseRow row) {
        return words.of("cases.name", row.pseudonym(), row.lesionLabel(), day(row.date()));
    }
}
