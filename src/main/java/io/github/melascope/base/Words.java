package io.github.melascope.base;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The program's texts in one language. All text a user reads in the window and in a report comes from here. */
public final class Words {
    /** Languages there are words for; the first where the system's is none of them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** One bundle of texts for each; no key stands in two of them. */
    static final List<String> TOPICS = List.of("window", "problems", "report", "models", "dashboard", "training");

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
        String text = texts.get(key);
        if (text == null) {
            throw new MissingResourceException("no text for " + key, Words.class.getName(), key);
        }
        return values.length == 0 ? text.replace("''", "'") : new MessageFormat(text, locale).format(values);
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
            return "< " + format.format(0.1) + " %";
        }
        if (percent < 100 && percent > 99.9) {
            return "> " + format.format(99.9) + " %";
        }
        return format.format(percent) + " %";
    }

    /** A number with so many decimals. */
    public String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        format.setMinimumFractionDigits(decimals);
        return format.format(value);
    }
}
