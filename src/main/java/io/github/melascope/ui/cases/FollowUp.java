package io.github.melascope.ui.cases;

import io.github.melascope.base.ProblemException;
import io.github.melascope.cases.CaseImage;
import io.github.melascope.cases.CaseLibrary;
import io.github.melascope.cases.CaseRow;
import io.github.melascope.cases.Reading;
import io.github.melascope.cases.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lesion over time.
 *
 * @param row of the lesion
 * @param shots its images, the earliest visit first
 */
public record FollowUp(CaseRow row, List<Shot> shots) {
    public FollowUp {
        shots = List.copyOf(shots);
    }

    /**
     * One image of it.
     *
     * @param own the user's latest reading
     * @param answer the latest answer of a model
     */
    public record Shot(Visit visit, KeptPicture picture, Optional<Reading.User> own, Optional<Reading.Model> answer) {}

    static FollowUp of(CaseLibrary library, CaseRow row) throws ProblemException {
        List<Shot> shots = new ArrayList<>();
        for (Visit visit : library.visits().of(row.lesionId())) {
            for (CaseImage image : library.images().of(visit.id())) {
                shots.add(new Shot(
                        visit,
                        KeptPicture.of(library, image),
                        library.readings().latestOwn(image.id()),
                        library.readings().latestAnswer(image.id())));
            }
        }
        return new FollowUp(row, shots);
    }

    /** The image to begin with on the left: the last of the visit before the latest one, else the one before the last. */
    Optional<Shot> earlier() {
        Optional<Shot> last = later();
        return shots.stream()
                .filter(shot -> last.isPresent()
                        && shot.visit().id() != last.get().visit().id())
                .reduce((first, second) -> second)
                .or(() -> shots.size() > 1 ? Optional.of(shots.get(shots.size() - 2)) : Optional.empty());
    }

    /** The latest image. */
    Optional<Shot> later() {
        return shots.isEmpty() ? Optional.empty() : Optional.of(shots.get(shots.size() - 1));
    }
}
