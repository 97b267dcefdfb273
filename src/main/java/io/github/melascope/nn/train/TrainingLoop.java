package io.github.melascope.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.melascope.base.CancelToken;
import io.github.melascope.base.ProblemException;
import io.github.melascope.nn.arch.Architecture;
import io.github.melascope.nn.arch.MobileNetV2;
import io.github.melascope.nn.engine.NeuralEngine;
import io.github.melascope.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The training loop: phases, epochs, steps. Runs on one thread, which owns the network; everything it needs is handed in,
 * and everything native it makes is freed when it returns.
 */
final class TrainingLoop {
    /** Epochs on cached features pass in a moment: a checkpoint for each would take longer than they do. */
    private static final double LEAST_SECONDS = 5;

    private final NetworkRun run;
    private final TrainingPlan plan;
    private final Architecture architecture;
    private final Learner learner;
    private final Batches examples;
    private final NDManager manager;
    private final MobileNetV2 network;
    private final TeacherNetworks teachers;
    private final Map<String, Tensor> start;
    private final List<String> live;
    private final WeightAverage average;
    private final TrainingListener listener;
    private final CancelToken cancel;
    private final Loss loss;
    private final RunState state;
    private final Stopwatch watch;
    private Map<String, Tensor> best;
    private long lastCheckpoint = System.nanoTime();

    TrainingLoop(
            NetworkRun run,
            MobileNetV2 network,
            TeacherNetworks teachers,
            Map<String, Tensor> start,
            NDManager manager,
            Learner learner,
            Optional<Checkpoint> resumed,
            TrainingListener listener,
            CancelToken cancel) {
        this.run = run;
        this.plan = run.plan();
        this.architecture = network.architecture();
        this.learner = learner;
        this.examples = new Batches(plan, learner.labels(), learner.lesions());
        this.manager = manager;
        this.network = network;
        this.teachers = teachers;
        this.start = start;
        this.live = live();
        this.listener = listener;
        this.cancel = cancel;
        this.loss = new Loss(
                plan.loss().gamma(),
                plan.loss().smoothing(),
                examples.classWeights(architecture.task()),
                examples.priors(architecture.task()));
        this.average = new WeightAverage(manager, network, live, plan.ema());
        this.state = resumed.map(Checkpoint::state).orElseGet(() -> RunState.fresh(plan.batchSize()));
        state.rebatch(plan.batchSize());
        this.best = resumed.map(c -> c.part("best.")).orElseGet(Map::of);
        resumed.ifPresent(this::restore);
        this.watch = new Stopwatch(plan, examples.steps(), run.after());
    }

    /** Trains to the plan's end, or to the last phase's early stop, and gives the best epoch's weights. */
    Trained run(Optional<Checkpoint> resumed) throws ProblemException {
        Optional<Checkpoint> moments = resumed;
        for (; state.phase < plan.phases().size(); nextPhase()) {
            Phase phase = plan.phases().get(state.phase);
            try (AdamW optimiser = new AdamW(manager, network, learning(phase), plan.weightDecay())) {
                moments.ifPresent(c -> optimiser.restore(c.tensors()));
                moments = Optional.empty();
                while (!ended(phase)) {
                    epoch(phase, optimiser);
                }
            }
        }
        return new Trained(complete(best), state.bestEpoch, state.bestScore, List.copyOf(state.history), state.seconds);
    }

    private void epoch(Phase phase, AdamW optimiser) throws ProblemException {
        double before = state.seconds;
        int[][] batches = examples.of(state.epoch);
        Schedule schedule = Schedule.of(phase, plan.warmup(), batches.length);
        learner.beginEpoch(state.epoch, batches, state.step);
        while (state.step < batches.length) {
            if (cancel.isCancelled()) {
                save(optimiser);
                throw new CancellationException("cancelled");
            }
            watch.start();
            step(phase, optimiser, batches[state.step], schedule.at(state.phaseStep));
            state.seconds += watch.stop(batches[state.step - 1].length);
            if (System.nanoTime() - lastCheckpoint > plan.checkpointMinutes() * 60e9) {
                save(optimiser);
            }
        }
        long validating = System.nanoTime();
        judge(batches.length, before, validating);
        if (ended(phase) || System.nanoTime() - lastCheckpoint > LEAST_SECONDS * 1e9) {
            save(optimiser);
        }
    }

    private boolean ended(Phase phase) {
        return state.phaseEpoch >= phase.epochs() || (plan.judges() && state.stale >= plan.patience());
    }

    private void step(Phase phase, AdamW optimiser, int[] batch, double learningRate) throws ProblemException {
        double value;
        try (NDManager step = manager.newSubManager()) {
            Mixup mixup = Mixup.of(batch.length, plan.augmentation().mixup(), plan.seed(), state.totalStep);
            NDArray input = learner.nextInput(network, step, mixup);
            SoftTargets soft = teachers.answers(learner, input);
            NDArray mask = step.create(
                    Draws.dropoutMask(batch.length * plan.hidden(), plan.dropout(), plan.seed(), state.totalStep),
                    new Shape(batch.length, plan.hidden()));
            NeuralEngine.recordGradients(true);
            NDArray logits = learner.logits(network, input, mask, phase.firstTrained());
            float[] gradient = new float[(int) logits.size()];
            int outputs = architecture.task().outputs();
            value = loss.of(logits.toFloatArray(), outputs, examples.labels(batch), mixup, soft, gradient);
            requireFinite(value, learningRate);
            NeuralEngine.backward(logits, step.create(gradient, logits.getShape()));
            NeuralEngine.recordGradients(false);
            optimiser.update(step, learningRate, state.phaseStep);
            average.update(state.totalStep);
        } finally {
            NeuralEngine.recordGradients(false);
        }
        state.lossSum += value;
        state.step++;
        state.phaseStep++;
        state.totalStep++;
        listener.step(watch.report(state, value, learningRate));
    }

    private void judge(int steps, double secondsBefore, long since) throws ProblemException {
        Map<String, Tensor> averaged = average.export();
        Validation verdict = plan.judges()
                ? Validation.of(
                        architecture.task(), learner.validationLogits(complete(averaged)), learner.validationLabels())
                : Validation.NONE;
        boolean better = !plan.judges() || state.bestEpoch < 0 || verdict.score() > state.bestScore;
        if (better) {
            state.bestScore = verdict.score();
            state.bestEpoch = state.epoch;
            best = averaged;
        }
        state.stale = better ? 0 : state.stale + 1;
        state.seconds += (System.nanoTime() - since) / 1e9;
        TrainingListener.EpochReport report = new TrainingListener.EpochReport(
                state.phase,
                state.epoch,
                state.lossSum / steps,
                verdict.loss(),
                verdict.melanomaAuc(),
                verdict.score(),
                better,
                state.seconds - secondsBefore);
        state.history.add(report);
        state.lossSum = 0;
        state.step = 0;
        state.epoch++;
        state.phaseEpoch++;
        listener.epoch(report);
    }

    private void nextPhase() {
        state.phase++;
        state.phaseEpoch = 0;
        state.phaseStep = 0;
        state.stale = 0;
    }

    private void save(AdamW optimiser) throws ProblemException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        live.forEach(name -> tensors.put("network." + name, NativeArrays.tensor(network.parameter(name))));
        optimiser.export(tensors);
        average.export().forEach((name, tensor) -> tensors.put("average." + name, tensor));
        best.forEach((name, tensor) -> tensors.put("best." + name, tensor));
        new Checkpoint(run.fingerprint(), state, tensors).write(run.folder());
        lastCheckpoint = System.nanoTime();
    }

    private void restore(Checkpoint checkpoint) {
        live.forEach(name -> NativeArrays.set(network.parameter(name), checkpoint.tensors(), "network." + name));
        average.restore(checkpoint.tensors());
    }

    /** Start weights with the given ones in their places. */
    private Map<String, Tensor> complete(Map<String, Tensor> changed) {
        Map<String, Tensor> weights = new LinkedHashMap<>(start);
        weights.putAll(changed);
        return weights;
    }

    /** Names of all tensors that ever change in this plan, statistics too. */
    private List<String> live() {
        int first = plan.phases().stream().mapToInt(Phase::firstTrained).min().orElse(0);
        return network.parameters().keySet().stream()
                .filter(name -> Architecture.stageOf(name) >= first)
                .toList();
    }

    private List<String> learning(Phase phase) {
        return network.parameters().keySet().stream()
                .filter(name -> !name.contains(".running_"))
                .filter(name -> Architecture.stageOf(name) >= phase.firstTrained())
                .toList();
    }

    private static void requireFinite(double value, double learningRate) throws ProblemException {
        if (!Double.isFinite(value)) {
            throw new ProblemException(
                    ProblemException.Kind.UNUSABLE, "problem.training.diverged", String.valueOf(learningRate));
        }
    }
}
