package io.github.melascope.app;

import io.github.melascope.audit.Noise;
import io.github.melascope.base.Ahead;
import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import io.github.melascope.imaging.ImageDecoder;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.metrics.AuditStatistics;
import io.github.melascope.metrics.AuditTable;
import io.github.melascope.metrics.AuditTable.Aim;
import io.github.melascope.metrics.AuditTable.Row;
import io.github.melascope.metrics.Figure;
import io.github.melascope.nn.infer.Activations;
import io.github.melascope.nn.infer.Familiarity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a model notices what shows no lesion, and leaves real images alone. */
final class NoveltyAudit {
    private static final int MADE = 70;
    private static final int SIZE = 448;
    private static final int SEED = 1000;
    private static final double AUROC = 0.99;
    private static final double REFUSED = 0.02;
    /** Ways that come without a limit of their own are compared at this share of real images refused. */
    private static final double ALIKE = 0.01;

    private static final String OWN = "the model's own check";

    private final Audited audited;
    private final RawAnswers real;

    NoveltyAudit(Audited audited, RawAnswers real) {
        this.audited = audited;
        this.real = real;
    }

    /** What the network computes of some pictures. */
    @SuppressWarnings("ArrayRecordComponent") // bulk data, never compared
    private record Seen(float[][] logits, float[][] embeddings, float[][] fineMeans) {
        int count() {
            return logits.length;
        }
    }

    /** A way to say how strange a picture is. */
    private interface Strangeness {
        double of(Seen seen, int row);
    }

    /** @param others folder of pictures that show no lesion */
    AuditTable table(Optional<Path> others) throws ProblemException {
        Map<String, Seen> groups = new LinkedHashMap<>();
        if (others.isPresent()) {
            groups.put("Given pictures", given(others.get()));
        }
        int side = audited.size();
        groups.put("Noise", seen(IntStream.range(0, MADE).mapToObj(i -> () -> Noise.draw(i, side))));
        groups.put("Drawn lesions", seen(IntStream.range(0, MADE).mapToObj(i -> () -> drawn(i))));
        List<Row> rows = new ArrayList<>();
        ways().forEach((name, way) -> rows.add(row(name, way, groups)));
        List<String> columns = new ArrayList<>(List.of("Real refused"));
        groups.keySet().forEach(name -> columns.addAll(List.of(name + ", AUROC", name + ", caught")));
        List<Aim> aims =
                new ArrayList<>(List.of(Aim.atMost("Real refused", REFUSED).of(OWN)));
        groups.keySet()
                .forEach(name -> aims.add(Aim.atLeast(name + ", AUROC", AUROC).of(OWN)));
        return new AuditTable("not-a-lesion", "Not a lesion", note(groups), columns, rows, aims);
    }

    private String note(Map<String, Seen> groups) {
        StringBuilder counts = new StringBuilder();
        groups.forEach((name, seen) -> counts.append(counts.isEmpty() ? "" : ", ")
                .append(name.toLowerCase(java.util.Locale.ROOT))
                .append(" ")
                .append(seen.count()));
        return "How well each score tells the " + audited.samples().size() + " real images from others (" + counts
                + "), and the share of the others that it catches. The model's own check decides by its own limit, the other"
                + " scores by one that refuses 1 % of these real images.";
    }

    private Map<String, Strangeness> ways() {
        Map<String, Strangeness> ways = new LinkedHashMap<>();
        LoadedModel model = audited.model();
        ways.put(
                OWN,
                (seen, row) -> model.strangeness(seen.embeddings()[row], seen.fineMeans()[row])
                        .orElse(Double.MAX_VALUE));
        Optional<Familiarity> familiarity = model.familiarity();
        if (familiarity.isPresent()) {
            ways.put(
                    "Mahalanobis distance of the embedding",
                    (seen, row) -> familiarity.get().strangeEmbedding(seen.embeddings()[row]));
            ways.put(
                    "Mahalanobis distance at stage 13",
                    (seen, row) -> familiarity.get().strangeMeans(seen.fineMeans()[row]));
        }
        if (model.reference().size() > 0) {
            ways.put(
                    "cosine to the 5 nearest confirmed cases",
                    (seen, row) -> LoadedModel.blank(seen.embeddings()[row])
                            ? Double.MAX_VALUE
                            : -model.reference().familiarity(seen.embeddings()[row], LoadedModel.NEIGHBOURS));
        }
        ways.put("highest logit", (seen, row) -> {
            double highest = Double.NEGATIVE_INFINITY;
            for (float logit : seen.logits()[row]) {
                highest = Math.max(highest, logit);
            }
            return -highest;
        });
        return ways;
    }

    private Row row(String name, Strangeness way, Map<String, Seen> groups) {
        Seen lesions = new Seen(real.logits(), real.embeddings(), real.fineMeans());
        double[] mine = scores(lesions, way);
        double limit = name.equals(OWN) ? audited.model().strangenessLimit().orElse(Double.NaN) : quantile(mine);
        List<Figure> figures = new ArrayList<>(audited.figures(AuditStatistics.mean(over(mine, limit))));
        for (Seen group : groups.values()) {
            double[] theirs = scores(group, way);
            figures.add(auroc(mine, theirs));
            figures.addAll(audited.bootstrap()
                    .figures(IntStream.range(0, theirs.length).toArray(), AuditStatistics.mean(over(theirs, limit))));
        }
        return new Row(name, figures);
    }

    private static double[] scores(Seen seen, Strangeness way) {
        return IntStream.range(0, seen.count())
                .mapToDouble(i -> way.of(seen, i))
                .toArray();
    }

    private static double quantile(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1.0, sorted.length * (1 - ALIKE))];
    }

    private static double[] over(double[] scores, double limit) {
        return Arrays.stream(scores)
                .map(score -> Double.isNaN(limit) ? Double.NaN : score > limit ? 1 : 0)
                .toArray();
    }

    /** Lesions are drawn with all their images, other pictures one by one. */
    private Figure auroc(double[] mine, double[] theirs) {
        double[] all = Arrays.copyOf(mine, mine.length + theirs.length);
        System.arraycopy(theirs, 0, all, mine.length, theirs.length);
        boolean[] other = new boolean[all.length];
        Arrays.fill(other, mine.length, all.length, true);
        Map<String, Integer> lesions = new HashMap<>();
        int[] cluster = new int[all.length];
        for (int i = 0; i < mine.length; i++) {
            cluster[i] = lesions.computeIfAbsent(audited.samples().get(i).lesionId(), id -> lesions.size());
        }
        for (int i = mine.length; i < all.length; i++) {
            cluster[i] = lesions.size() + i - mine.length;
        }
        return audited.bootstrap()
                .figures(cluster, AuditStatistics.rocAuc(all, other), audited.cancel())
                .getFirst();
    }

    private RgbImage drawn(int number) {
        Diagnosis diagnosis = Diagnosis.ALL.get(number % Diagnosis.ALL.size());
        return Resizer.resize(
                SyntheticLesions.draw((long) SEED + number, diagnosis, SIZE), audited.size(), audited.size());
    }

    /** Says before hours of work that a folder of pictures has none. */
    static void check(Optional<Path> others) throws ProblemException {
        if (others.isPresent() && files(others.get()).isEmpty()) {
            throw unusable(others.get(), Term.of("why.audit.no-other"), null);
        }
    }

    private static List<Path> files(Path folder) throws ProblemException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(ImageDecoder::looksLikeImage)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unusable(folder, IoReason.of(e), e);
        } catch (UncheckedIOException e) {
            throw unusable(folder, IoReason.of(Objects.requireNonNull(e.getCause())), e);
        }
    }

    private static ProblemException unusable(Path folder, Term why, @Nullable Throwable cause) {
        return new ProblemException(ProblemException.Kind.UNUSABLE, cause, "problem.audit.others", folder, why);
    }

    /** The pictures of a folder; files that are none are left out. */
    private Seen given(Path folder) throws ProblemException {
        Seen seen = seen(files(folder).stream().map(this::decoding));
        if (seen.count() == 0) {
            throw unusable(folder, Term.of("why.audit.no-other"), null);
        }
        return seen;
    }

    private Callable<Optional<RgbImage>> decoding(Path file) {
        return () -> {
            try {
                return Optional.of(Resizer.resize(new ImageDecoder().decode(file), audited.size(), audited.size()));
            } catch (ProblemException e) {
                return Optional.empty();
            }
        };
    }

    private Seen seen(Stream<? extends Callable<?>> pictures) throws ProblemException {
        List<float[]> logits = new ArrayList<>();
        List<float[]> embeddings = new ArrayList<>();
        List<float[]> fineMeans = new ArrayList<>();
        List<Callable<Object>> tasks = new ArrayList<>();
        pictures.forEach(picture -> tasks.add(picture::call));
        try (Ahead<Object> ahead = new Ahead<>(audited.workers(), 8, tasks.iterator())) {
            while (ahead.hasNext()) {
                Object next = ahead.next(1, audited.cancel()).getFirst();
                Object picture = next instanceof Optional<?> some ? some.orElse(null) : next;
                if (picture instanceof RgbImage image) {
                    Activations activations = audited.model().network().run(List.of(image), false);
                    logits.add(activations.logits()[0]);
                    embeddings.add(activations.embeddings()[0]);
                    fineMeans.add(activations.fineMeans()[0]);
                }
                audited.progress().report("stage.measuring", logits.size(), tasks.size());
            }
        }
        return new Seen(
                logits.toArray(float[][]::new), embeddings.toArray(float[][]::new), fineMeans.toArray(float[][]::new));
    }
}
