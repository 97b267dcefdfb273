package io.github.melascope.metrics;

import io.github.melascope.lesion.PatientFacts;
import io.github.melascope.lesion.PatientFacts.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Late fusion: a logistic regression of melanoma on the log odds of a model's probability and on what is known of the patient
 * (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, section 4.4). An unknown fact counts
 * as the mean of those that were known: saying nothing of it moves nothing.
 *
 * @param facts that it uses, in order
 * @param leastAge of the patients it was fitted on, in years; older and younger ones count as the nearest of these
 * @param greatestAge likewise
 * @param intercept in log odds
 * @param slope of the model's log odds
 * @param weights log odds of each term: {@code "age"} a decade, {@code "sex female"}, {@code "site back"}, …
 * @param means of each term over the patients of whom it was known
 */
public record PatientFusion(
        List<Fact> facts,
        double leastAge,
        double greatestAge,
        double intercept,
        double slope,
        Map<String, Double> weights,
        Map<String, Double> means) {
    /** As kept answers have six decimals. */
    private static final double LEAST = 5e-7;

    private static final double DECADE = 10;
    private static final String AGE = "age";

    public PatientFusion {
        facts = List.copyOf(facts);
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        means = Collections.unmodifiableMap(new LinkedHashMap<>(means));
        boolean finite = Double.isFinite(intercept)
                && Double.isFinite(slope)
                && Stream.of(weights, means)
                        .flatMap(map -> map.values().stream())
                        .allMatch(Double::isFinite);
        if (facts.isEmpty()
                || !known(facts, weights)
                || !finite
                || !weights.keySet().equals(means.keySet())
                || !(leastAge <= greatestAge)) {
            throw new IllegalArgumentException("a fusion of nothing, or with weights that are no numbers");
        }
    }

    private static boolean known(List<Fact> facts, Map<String, Double> weights) {
        return weights.keySet().stream()
                .allMatch(term -> facts.stream().anyMatch(fact -> term.startsWith(fact.code())));
    }

    /**
     * Fits.
     *
     * @param model calibrated melanoma probabilities, 0 … 1
     * @param patients of the same images, at least one of a known age
     * @param melanoma the truth
     */
    public static PatientFusion fit(List<Fact> facts, double[] model, List<PatientFacts> patients, boolean[] melanoma) {
        PatientFusion shape = shape(facts, patients);
        LogisticRegression fitted = LogisticRegression.fit(shape.features(model, patients), melanoma);
        double[] found = fitted.weights();
        Map<String, Double> weights = new LinkedHashMap<>();
        int at = 2;
        for (String term : shape.weights.keySet()) {
            weights.put(term, found[at++]);
        }
        return new PatientFusion(
                shape.facts, shape.leastAge, shape.greatestAge, found[0], found[1], weights, shape.means);
    }

    /** Which terms there are; their weights are none yet. */
    private static PatientFusion shape(List<Fact> facts, List<PatientFacts> patients) {
        double[] ages = patients.stream()
                .filter(patient -> patient.age().isPresent())
                .mapToDouble(patient -> patient.age().getAsDouble())
                .sorted()
                .toArray();
        if (ages.length == 0) {
            throw new IllegalArgumentException("nobody's age is known");
        }
        Map<String, Double> means = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (fact == Fact.AGE) {
                means.put(AGE, Arrays.stream(ages).average().orElseThrow() / DECADE);
            } else {
                List<String> words = patients.stream()
                        .filter(patient -> patient.knows(fact))
                        .map(patient -> word(fact, patient))
                        .sorted()
                        .toList();
                words.forEach(word -> means.merge(term(fact, word), 1.0 / words.size(), Double::sum));
            }
        }
        return new PatientFusion(facts, ages[0], ages[ages.length - 1], 0, 1, means, means);
    }

    private static String term(Fact fact, String word) {
        return fact.code() + " " + word;
    }

    private static String word(Fact fact, PatientFacts patient) {
        return fact == Fact.SEX ? patient.sex() : patient.site();
    }

    /** [images][1 + terms]: the model's log odds, then each term. */
    double[][] features(double[] model, List<PatientFacts> patients) {
        Indices.sameLength(model.length, patients.size());
        double[][] features = new double[model.length][];
        for (int i = 0; i < model.length; i++) {
            features[i] = features(model[i], patients.get(i));
        }
        return features;
    }

    private double[] features(double model, PatientFacts patient) {
        List<Double> row = new ArrayList<>();
        row.add(logOdds(model));
        for (String term : weights.keySet()) {
            row.add(value(term, patient));
        }
        return row.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double value(String term, PatientFacts patient) {
        Fact fact = facts.stream()
                .filter(one -> term.startsWith(one.code()))
                .findFirst()
                .orElseThrow();
        if (!patient.knows(fact)) {
            return Objects.requireNonNull(means.get(term));
        }
        return fact == Fact.AGE
                ? age(patient.age().orElseThrow()) / DECADE
                : term.equals(term(fact, word(fact, patient))) ? 1 : 0;
    }

    private double age(double years) {
        return Math.clamp(years, leastAge, greatestAge);
    }

    private static double logOdds(double probability) {
        double safe = Math.clamp(probability, LEAST, 1 - LEAST);
        return Math.log(safe / (1 - safe));
    }

    /**
     * The melanoma probability with what is known of the patient, 0 … 1.
     *
     * @param model the model's own calibrated probability, 0 … 1
     */
    public double probability(double model, PatientFacts patient) {
        double[] features = features(model, patient);
        double sum = intercept + slope * features[0];
        int at = 1;
        for (double weight : weights.values()) {
            sum += weight * features[at++];
        }
        return TemperatureScaling.sigmoid(sum);
    }

    /** The words for a fact that it has learnt; none for the age. */
    public List<String> words(Fact fact) {
        String start = fact.code() + " ";
        return weights.keySet().stream()
                .filter(term -> fact != Fact.AGE && term.startsWith(start))
                .map(term -> term.substring(start.length()))
                .toList();
    }

    /** Whether it knows nobody of this age, so that the nearest stands for it. */
    public boolean beyond(OptionalDouble years) {
        return facts.contains(Fact.AGE) && years.isPresent() && age(years.getAsDouble()) != years.getAsDouble();
    }

    /** Whether any of what it uses is known. */
    public boolean helps(PatientFacts patient) {
        return facts.stream().anyMatch(patient::knows);
    }
}
