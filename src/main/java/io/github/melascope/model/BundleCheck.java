package io.github.melascope.model;

import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Sha256;
import io.github.melascope.base.Term;
import io.github.melascope.tensor.Tensor;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The checks of a bundle, from the outside in: its files, their hashes, the tensors. */
final class BundleCheck {
    /** Texts of a bundle are small; a huge one is a trap. */
    private static final long MAX_TEXT = 64L << 20;

    private BundleCheck() {}

    /** Checks files and hashes of a bundle whose folder must be called like the model. */
    static ModelSpec named(Path folder) throws ProblemException {
        ModelSpec spec = files(folder);
        Path name = folder.toAbsolutePath().normalize().getFileName();
        if (name == null || !name.toString().equals(spec.id())) {
            throw Refusal.unusable(folder.toString(), Term.of("why.model.misnamed", spec.id()));
        }
        return spec;
    }

    /** Checks that exactly the files of a bundle are there, with the hashes of its {@code model.json}. */
    static ModelSpec files(Path folder) throws ProblemException {
        if (!Files.isDirectory(folder)) {
            throw Refusal.unusable(folder.toString(), Term.of("why.model.no-folder"));
        }
        noForeignFile(folder);
        Path model = folder.resolve(BundleFiles.MODEL);
        ModelSpec spec = new SpecJsonReader(model.toString()).read(read(model));
        for (String name : hashed(folder, spec)) {
            String wanted = spec.files().get(name);
            if (wanted == null) {
                throw Refusal.unusable(model.toString(), Term.of("why.model.no-hash", name));
            }
            sameHash(folder.resolve(name), wanted);
        }
        return spec;
    }

    private static List<String> hashed(Path folder, ModelSpec spec) {
        List<String> names = new ArrayList<>(BundleFiles.REQUIRED);
        for (String name : BundleFiles.OPTIONAL) {
            if (spec.files().containsKey(name) || Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                names.add(name);
            }
        }
        return names;
    }

    private static void noForeignFile(Path folder) throws ProblemException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!BundleFiles.isKnown(String.valueOf(file.getFileName()))) {
                    throw Refusal.unusable(
                            folder.toString(), Term.of("why.foreign-file", String.valueOf(file.getFileName())));
                }
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw Refusal.unusable(file.toString(), Term.of("why.model.link"));
                }
            }
        } catch (IOException e) {
            throw Refusal.failed("problem.folder.unlisted", folder, e);
        }
    }

    private static void sameHash(Path file, String wanted) throws ProblemException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw Refusal.unusable(file.toString(), Term.of("why.model.no-file"));
        }
        try {
            String found = Sha256.of(file);
            if (!found.equals(wanted)) {
                throw Refusal.unusable(file.toString(), Term.of("why.model.changed", found, wanted));
            }
        } catch (IOException e) {
            throw Refusal.failed("problem.file.unread", file, e);
        }
    }

    /** Content of a text file of a bundle. */
    static byte[] read(Path file) throws ProblemException {
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw Refusal.unusable(file.toString(), Term.of("why.model.no-file"));
            }
            if (Files.size(file) > MAX_TEXT) {
                throw Refusal.unusable(file.toString(), Term.of("why.larger", MAX_TEXT >> 20));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Refusal.failed("problem.file.unread", file, e);
        }
    }

    /** Checks that exactly the expected tensors are there, in shape and finite. */
    static void tensors(String file, Map<String, Tensor> tensors, Map<String, long[]> expected)
            throws ProblemException {
        for (Map.Entry<String, long[]> entry : expected.entrySet()) {
            Tensor tensor = tensors.get(entry.getKey());
            if (tensor == null) {
                throw Refusal.unusable(file, Term.of("why.model.no-tensor", entry.getKey()));
            }
            if (!Arrays.equals(tensor.shape(), entry.getValue())) {
                throw Refusal.unusable(
                        file,
                        Term.of(
                                "why.tensor-shape",
                                entry.getKey(),
                                Arrays.toString(tensor.shape()),
                                Arrays.toString(entry.getValue())));
            }
        }
        for (String name : tensors.keySet()) {
            if (!expected.containsKey(name)) {
                throw Refusal.unusable(file, Term.of("why.model.foreign-tensor", name));
            }
        }
        finite(file, tensors);
    }

    static void finite(String file, Map<String, Tensor> tensors) throws ProblemException {
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            for (float value : entry.getValue().values()) {
                if (!Float.isFinite(value)) {
                    throw Refusal.unusable(file, Term.of("why.model.infinite", entry.getKey(), String.valueOf(value)));
                }
            }
        }
    }
}
