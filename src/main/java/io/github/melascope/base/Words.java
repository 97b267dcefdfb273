package io.github.melascope.base;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The program's texts in one language. All text a user reads in the window and in a report comes from here. */
public final class Words {
    /** Languages there are words for; the first where the system's is none of them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** One bundle of texts for each; no key stands in two of them. */
    static final List<String> TOPICS = List.of("window", "problems", "report", "models", "dashboard", "training");

    /** For the command line, logs and files. */
    public static final Words ENGLISH = new Words(Locale.ENGLISH);

    /** Stands between a number and its sign, and keeps them on one line. */
    private static final String NO_BREAK = "\u00a0";

    /** Stands in a text between parts that belong together but are shown apart. */
    private static final Pattern BETWEEN_PARTS = Pattern.compile(" \\| ");

    private final Locale locale;
    private final Map<String, String> texts;

    public Words(Locale locale) {
        this.locale = locale;
        this.texts = TOPICS.stream()
                .map(topic -> bundle(topic, locale))
                .flatMap(bundle -> bundle.keySet().stream().map(key -> Map.entry(key, bundle.getString(key))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ResourceBundle bundle(String topic, Locale locale) {
        return ResourceBundle.getBundle(
                "io.github.melascope.words." + topic,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The words of a language.
     *
     * @param code {@code "en"}, {@code "de"}; anything else for the system's, or English where there are no words for that
     */
    public static Words inLanguage(String code) {
        String wanted = code.isEmpty() ? Locale.getDefault().getLanguage() : code;
        return new Words(LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wanted))
                .findFirst()
                .orElse(LANGUAGES.get(0)));
    }

    public Locale locale() {
        return locale;
    }

    /**
     * A text, its places {@code {0}}, {@code {1}} … filled in.
     *
     * @throws MissingResourceException when there is no such text: a defect
     */
    public String of(String key, Object... values) {
        return filled(text(key), Arrays.asList(values));
    }

    /** The text of a term. */
    public String of(Term term) {
        return filled(text(term.key()), term.values());
    }

    private String text(String key) {
        int mark = key.lastIndexOf(Term.PART);
        String text = texts.get(mark < 0 ? key : key.substring(0, mark));
        if (text == null) {
            throw new MissingResourceException("no text for " + key, Words.class.getName(), key);
        }
        return mark < 0 ? text : BETWEEN_PARTS.split(text, -1)[Integer.parseInt(key.substring(mark + 1))];
    }

    private String filled(String text, List<?> values) {
        return values.isEmpty()
                ? text.replace("''", "'")
                : new MessageFormat(text, locale)
                        .format(values.stream().map(this::value).toArray());
    }

    private Object value(Object value) {
        if (value instanceof Term term) {
            return of(term);
        }
        return value instanceof Collection<?> several
                ? several.stream().map(this::value).map(String::valueOf).collect(Collectors.joining(", "))
                : value;
    }

    /** The text of an enum's constant: key, then its name in lower case with hyphens. */
    public String of(String prefix, Enum<?> constant) {
        return of(prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** {@code "8 %"}; below ten per cent with one decimal, and never 0 or 100 where that is only rounded. */
    public String percent(double share) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        double percent = 100 * share;
        boolean fine = percent < 10 || percent > 99;
        format.setMaximumFractionDigits(fine ? 1 : 0);
        format.setMinimumFractionDigits(fine && percent < 10 ? 1 : 0);
        if (percent > 0 && percent < 0.1) {
            return "<" + NO_BREAK + perCent(format.format(0.1));
        }
        if (percent < 100 && percent > 99.9) {
            return ">" + NO_BREAK + perCent(format.format(99.9));
        }
        return perCent(format.format(percent));
    }

    /** A number with its sign, which no line end parts: {@code "8 %"}. */
    public static String perCent(String number) {
        return number + NO_BREAK + "%";
    }

    /** A day as the language writes it: {@code "Nov 23, 2026"}, {@code "23.11.2026"}. */
    public String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /** A number with so many decimals. */
    public String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        format.setMinimumFractionDigits(decimals);
        return format.format(value);
    }
}
