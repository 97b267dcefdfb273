package io.github.melascope.ui.cases;

import io.github.melascope.base.IoReason;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Sha256;
import io.github.melascope.cases.CaseImage;
import io.github.melascope.cases.CaseLibrary;
import io.github.melascope.cases.Lesion;
import io.github.melascope.cases.Patient;
import io.github.melascope.cases.Trash;
import io.github.melascope.cases.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Saves an image as a case: all that belongs to it, or nothing. On the library's thread. */
final class CaseSaving {
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,5}");

    private final CaseLibrary library;
    private Trash.@Nullable Kind made;
    private long madeId;

    private CaseSaving(CaseLibrary library) {
        this.library = library;
    }

    /** @return the image in the library; the same one when the visit has it already, which then gets the new readings */
    static CaseImage save(CaseLibrary library, CaseEntry entry, CasePlace place) throws ProblemException {
        CaseSaving saving = new CaseSaving(library);
        try {
            return saving.run(entry, place);
        } catch (ProblemException e) {
            saving.takeBack(e);
            throw e;
        }
    }

    private CaseImage run(CaseEntry entry, CasePlace place) throws ProblemException {
        Lesion lesion = lesion(place);
        Visit visit = visit(lesion, place);
        CaseImage image = image(visit, entry);
        if (!place.tags().isEmpty()) {
            Set<String> tags = new LinkedHashSet<>(image.tags());
            tags.addAll(place.tags());
            image = library.images().setTags(image.id(), tags);
        }
        if (entry.own().isPresent()) {
            read(image, entry.own().get());
        }
        library.readings().add(image.id(), entry.answer());
        return image;
    }

    /** What was committed before, because the library had the image already, is not said twice. */
    private void read(CaseImage image, OwnReading own) throws ProblemException {
        boolean said = library.readings()
                .latestOwn(image.id())
                .map(last -> new OwnReading(last.diagnosis(), last.confidence(), last.note()))
                .equals(Optional.of(own));
        if (!said) {
            library.readings().add(image.id(), own.diagnosis(), own.confidence(), own.note());
        }
    }

    /**
     * Commits a reading of a file that may be in the library.
     *
     * @return the images that are this file
     */
    static List<CaseImage> read(CaseLibrary library, Path file, OwnReading own) throws ProblemException {
        List<CaseImage> images = library.images().withHash(hash(file));
        for (CaseImage image : images) {
            library.readings().add(image.id(), own.diagnosis(), own.confidence(), own.note());
        }
        return images;
    }

    private Lesion lesion(CasePlace place) throws ProblemException {
        if (place.lesionId().isPresent()) {
            Optional<Lesion> known = library.lesions().find(place.lesionId().getAsLong());
            if (known.isPresent()) {
                return known.get();
            }
        }
        Optional<Patient> known = library.patients().find(place.pseudonym());
        Patient patient = known.isPresent() ? known.get() : library.patients().add(Patient.of(place.pseudonym()));
        if (known.isEmpty()) {
            remember(Trash.Kind.PATIENT, patient.id());
        }
        Lesion lesion = library.lesions().add(Lesion.of(patient.id(), place.lesionLabel(), place.site()));
        remember(Trash.Kind.LESION, lesion.id());
        return lesion;
    }

    /** A lesion has one visit a day. */
    private Visit visit(Lesion lesion, CasePlace place) throws ProblemException {
        String note = place.note().strip();
        for (Visit visit : library.visits().of(lesion.id())) {
            if (visit.date().equals(place.date())) {
                String both = (visit.note() + "\n" + note).strip();
                return note.isEmpty()
                        ? visit
                        : library.visits().change(new Visit(visit.id(), lesion.id(), visit.date(), both));
            }
        }
        Visit visit = library.visits().add(new Visit(0, lesion.id(), place.date(), note));
        remember(Trash.Kind.VISIT, visit.id());
        return visit;
    }

    private CaseImage image(Visit visit, CaseEntry entry) throws ProblemException {
        String sha256 = hash(entry.file());
        for (CaseImage image : library.images().of(visit.id())) {
            if (image.sha256().equals(sha256)) {
                return image;
            }
        }
        CaseImage image = library.images()
                .add(
                        visit.id(),
                        entry.file(),
                        extension(entry.file()),
                        entry.width(),
                        entry.height(),
                        OptionalDouble.empty());
        remember(Trash.Kind.IMAGE, image.id());
        return image;
    }

    private static String hash(Path file) throws ProblemException {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new ProblemException(ProblemException.Kind.INPUT, e, "problem.case.file", file, IoReason.of(e));
        }
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String end = name.substring(name.lastIndexOf('.') + 1);
        return EXTENSION.matcher(end).matches() ? end : "img";
    }

    /** The first thing that was made is above all others. */
    private void remember(Trash.Kind kind, long id) {
        if (made == null) {
            made = kind;
            madeId = id;
        }
    }

    private void takeBack(ProblemException problem) {
        if (made != null) {
            try {
                library.trash().delete(made, madeId);
            } catch (ProblemException e) {
                problem.addSuppressed(e);
            }
        }
    }
}
