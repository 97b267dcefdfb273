package io.github.melascope.app;

import io.github.melascope.base.ProblemException;
import io.github.melascope.model.BundleStore;
import io.github.melascope.model.ModelBundle;
import io.github.melascope.nn.engine.CacheFolder;
import io.github.melascope.nn.engine.ComputeDevice;
import io.github.melascope.nn.engine.NeuralEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/**
 * What the use cases share: where models lie, the worker threads, the thread that owns the network engine. Made once, in
 * {@code Main}, and closed at the end; closing waits for the engine, because a process that ends while the network runs
 * crashes.
 */
public final class AppContext implements AutoCloseable {
    /** Id of the model that ships, which is used unless the user says otherwise. */
    public static final String USUAL_MODEL = "dermoscopy-2";

    private final List<Path> modelRoots;
    private final int threads;
    private final ExecutorService workers;
    private final ExecutorService interactive = Threads.single("interactive");
    private final ExecutorService lists;
    private final ExecutorService exams;
    private final ExecutorService figures = Threads.single("figures");
    private final ExecutorService library = Threads.single("library");
    private final ExecutorService trainings;
    private final ExecutorService devices = Threads.single("devices");
    private final ExecutorService datasets = Threads.single("datasets");
    private final ExecutorService downloads = Threads.single("downloads");
    private final EngineThread engineThread;

    /**
     * @param modelRoots folders of models, searched in this order; new ones are saved in the first
     * @param threads threads of one network operation, at least 1
     */
    public AppContext(List<Path> modelRoots, int threads) {
        this(modelRoots, threads, () -> {});
    }

    /** @param begin runs first on each thread that reads long lists, takes exams, or trains */
    private AppContext(List<Path> modelRoots, int threads, Runnable begin) {
        this.modelRoots = List.copyOf(modelRoots);
        this.threads = threads;
        this.lists = Threads.single("lists", begin);
        this.exams = Threads.single("exams", begin);
        this.trainings = Threads.single("trainings", begin);
        this.engineThread = new EngineThread(begin);
        this.workers = Threads.workers(Runtime.getRuntime().availableProcessors(), begin);
    }

    /** The program as it is installed: its own {@code models} folder, then the user's; all cores. */
    public static AppContext standard() {
        return standard(Optional.empty());
    }

    /** The same with a folder of models that comes before the others. */
    public static AppContext standard(Optional<Path> firstModels) {
        return new AppContext(roots(firstModels), Runtime.getRuntime().availableProcessors());
    }

    /**
     * The program as it is installed, whose long lists, exams and trainings give way to the window: to its drawing, and to the
     * image looked at.
     */
    public static AppContext besideWindow() {
        return new AppContext(roots(Optional.empty()), Runtime.getRuntime().availableProcessors(), Background::giveWay);
    }

    private static List<Path> roots(Optional<Path> firstModels) {
        String home = System.getProperty("melascope.home", "");
        Path shipped = Path.of(home).resolve("models").normalize();
        Path own = Path.of(System.getProperty("user.home"), ".melascope", "models");
        return Stream.concat(firstModels.stream(), Stream.of(shipped, own))
                .distinct()
                .toList();
    }

    /** The models of all folders. */
    public BundleStore models() {
        return new BundleStore(modelRoots, Architectures::shapes);
    }

    /** Where new models are saved unless the user says otherwise: the first folder, or the user's own where that is read-only. */
    public Path modelsFolder() {
        Path first = modelRoots.get(0);
        return Files.exists(first) && !Files.isWritable(first) ? ownModelsFolder() : first;
    }

    /** The user's own folder of models, beside those that ship with the program. */
    public Path ownModelsFolder() {
        return modelRoots.get(modelRoots.size() - 1);
    }

    /** Where the window keeps its trainings: beside the user's own models. */
    public Path runs() {
        return ownModelsFolder().toAbsolutePath().resolveSibling("runs");
    }

    /** The folder for what can be made again. */
    public Path cache() {
        return CacheFolder.path();
    }

    /** Threads of one network operation. */
    public int threads() {
        return threads;
    }

    /** Threads that read and prepare images beside the network. */
    public ExecutorService workers() {
        return workers;
    }

    /** One thread for what the user looks at right now: nothing long may run on it. */
    public ExecutorService interactive() {
        return interactive;
    }

    /** One thread for long lists of files, one list after another. */
    public ExecutorService lists() {
        return lists;
    }

    /** One thread that asks a model for its answers to a dataset. */
    public ExecutorService exams() {
        return exams;
    }

    /** One thread for figures and their intervals. */
    public ExecutorService figures() {
        return figures;
    }

    /** The one thread that touches the case library. */
    public ExecutorService library() {
        return library;
    }

    /** One thread that sees trainings through, one after another; the network itself runs on {@link #engineThread()}. */
    public ExecutorService trainings() {
        return trainings;
    }

    /** One thread for looking into datasets. */
    public ExecutorService datasets() {
        return datasets;
    }

    /** One thread that tests and measures this computer. */
    public ExecutorService devices() {
        return devices;
    }

    /** One thread that waits for a server, once the user has asked for something of it. */
    public ExecutorService downloads() {
        return downloads;
    }

    /** The one thread that trains. */
    public EngineThread engineThread() {
        return engineThread;
    }

    /**
     * DJL's engine, started now if it was not.
     *
     * @throws ProblemException when PyTorch does not start on this system
     */
    public NeuralEngine engine() throws ProblemException {
        return NeuralEngine.start(threads);
    }

    /** Opens a model of any of the folders, ready to predict on the CPU. */
    public LoadedModel open(String id) throws ProblemException {
        return open(models().open(id));
    }

    /** Makes a model that was read ready to predict on the CPU. */
    LoadedModel open(ModelBundle bundle) throws ProblemException {
        return LoadedModel.open(bundle, ComputeDevice.CPU, threads);
    }

    @Override
    public void close() {
        Threads.shutDown(devices); // as the one below
        Threads.shutDown(trainings); // it waits for the engine's thread, never the other way
        engineThread.close();
        Threads.shutDown(downloads);
        Threads.shutDown(exams);
        Threads.shutDown(figures);
        Threads.shutDown(datasets);
        Threads.shutDown(library);
        Threads.shutDown(lists);
        Threads.shutDown(interactive);
        Threads.shutDown(workers);
    }
}
