package io.github.melascope.app;

import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Progress;
import io.github.melascope.dataset.Part;
import io.github.melascope.dataset.Sample;
import io.github.melascope.lesion.Task;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.nn.infer.Network;
import io.github.melascope.nn.infer.Networks;
import io.github.melascope.nn.train.Trained;
import io.github.melascope.nn.train.Validation;
import io.github.melascope.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Averages the weights of trainings that went out from the same weights (a uniform model soup, Wortsman et al., ICML 2022;
 * with the start among them an interpolation, Wortsman et al., CVPR 2022), judges the mean on the validation part, and makes
 * a model of it as a training does.
 */
public final class Averaging {
    private final AppContext context;

    public Averaging(AppContext context) {
        this.context = context;
    }

    /**
     * What is asked for.
     *
     * @param sources drafts' files and ids of models, at least one; one alone is finished as it is
     * @param training names dataset, exclusions, seed, model and command; what it says of mode, task, plan and start is not used
     * @param draft whether to write the mean as a draft, without exam
     */
    public record Request(List<String> sources, TrainingRequest training, boolean draft) {
        public Request {
            if (sources.isEmpty()) {
                throw new IllegalArgumentException("nothing to average");
            }
            sources = List.copyOf(sources);
        }
    }

    /**
     * How weights do on the validation part, after the one temperature that suits them best.
     *
     * @param name of the source, or of the mean
     * @param melanomaAuc ROC AUC of melanoma
     * @param score by which a training chooses its epoch
     * @param loss mean log loss of the task, in nats
     */
    public record Score(String name, double melanomaAuc, double score, double loss) {}

    /**
     * What was made.
     *
     * @param scores of each source, the mean's last
     * @param place of the model's folder or of the draft's file
     * @param model unless a draft was asked for
     */
    public record Outcome(List<Score> scores, Path place, Optional<ModelBundle> model) {}

    /**
     * Averages and waits.
     *
     * @throws ProblemException when a source cannot be read, was trained on another split, or does not fit the others
     */
    public Outcome run(Request request, Progress progress, CancelToken cancel) throws ProblemException {
        List<Draft> sources = new ArrayList<>();
        for (String source : request.sources()) {
            sources.add(Draft.open(source, context.models()));
        }
        Draft mean = mean(sources, request.training().command());
        TrainingSetup setup = TrainingSetup.finishing(context, request.training(), mean, progress, cancel);
        for (Draft source : sources) {
            source.requireSplit(setup.split());
        }
        return context.engineThread().call(() -> {
            List<Score> scores = new ArrayList<>();
            for (Draft draft : sources.size() == 1 ? List.of(mean) : with(sources, mean)) {
                scores.add(score(draft, setup, progress, cancel));
            }
            return finish(request, mean, setup, scores, progress, cancel);
        });
    }

    private static List<Draft> with(List<Draft> sources, Draft mean) {
        List<Draft> all = new ArrayList<>(sources);
        all.add(mean);
        return all;
    }

    private static Draft mean(List<Draft> sources, String command) throws ProblemException {
        Draft first = sources.get(0);
        if (sources.size() == 1) {
            return first;
        }
        double seconds = 0;
        for (Draft source : sources) {
            if (!source.architecture().equals(first.architecture())
                    || !source.plan().light().equals(first.plan().light())) {
                throw new ProblemException(
                        ProblemException.Kind.UNUSABLE, "problem.draft.other", source.name(), first.name());
            }
            seconds += source.seconds();
        }
        Map<String, Tensor> mean = new LinkedHashMap<>();
        for (Map.Entry<String, Tensor> entry : first.tensors().entrySet()) {
            mean.put(entry.getKey(), mean(entry.getKey(), sources));
        }
        String names = String.join(", ", sources.stream().map(Draft::name).toList());
        String name = "mean of " + names;
        return new Draft(name, mean, first.convention(), first.plan(), first.split(), name, "", seconds, command);
    }

    private static Tensor mean(String name, List<Draft> sources) {
        Tensor first = Objects.requireNonNull(sources.get(0).tensors().get(name));
        double[] sum = new double[first.values().length];
        for (Draft source : sources) {
            float[] values =
                    Objects.requireNonNull(source.tensors().get(name), name).values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sum[i] / sources.size());
        }
        return Tensor.of(mean, first.shape());
    }

    private Score score(Draft draft, TrainingSetup setup, Progress progress, CancelToken cancel)
            throws ProblemException {
        try (Network network = open(draft, setup)) {
            Network viewed = Networks.seeing(
                    network, setup.request().views(), draft.plan().light());
            List<Sample> samples = setup.split().part(Part.VALIDATION);
            RawAnswers answers =
                    RawAnswers.of(viewed, samples, context.workers(), "stage.thresholds", progress, cancel);
            Task task = draft.plan().task();
            int[] labels = samples.stream().mapToInt(s -> s.label(task)).toArray();
            Validation validation = Validation.calibrated(task, answers.logits(), labels);
            return new Score(draft.name(), validation.melanomaAuc(), validation.score(), validation.loss());
        }
    }

    private Network open(Draft draft, TrainingSetup setup) throws ProblemException {
        return Networks.open(draft.architecture(), draft.tensors(), setup.device(), context.threads());
    }

    private Outcome finish(
            Request request, Draft mean, TrainingSetup setup, List<Score> scores, Progress progress, CancelToken cancel)
            throws ProblemException {
        if (request.draft()) {
            Path file = setup.draftFile();
            mean.write(file);
            return new Outcome(scores, file, Optional.empty());
        }
        Trained trained = new Trained(mean.tensors(), 0, 0, List.of(), mean.seconds());
        try (Network network = open(mean, setup)) {
            ModelBundle model = new ModelMaker(context, network, progress, cancel).make(setup, trained);
            return new Outcome(scores, model.folder(), Optional.of(model));
        }
    }
}
