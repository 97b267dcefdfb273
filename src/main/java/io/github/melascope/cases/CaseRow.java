package io.github.melascope.cases;

import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One image with what belongs to it, as a line of a table.
 *
 * @param confirmed the lesion's diagnosis by histopathology
 * @param tags in alphabetical order
 * @param own the diagnosis of the user's latest reading
 * @param confidence of that reading, 0 … 1
 * @param outcome of the latest answer of a model
 * @param melanoma probability of that answer, 0 … 1
 * @param modelId of that answer
 * @param agreement of the two
 */
public record CaseRow(
        long imageId,
        long visitId,
        long lesionId,
        long patientId,
        String pseudonym,
        String lesionLabel,
        BodySite site,
        Optional<Diagnosis> confirmed,
        LocalDate date,
        String fileName,
        Instant addedAt,
        List<String> tags,
        Optional<Diagnosis> own,
        OptionalDouble confidence,
        Optional<Outcome> outcome,
        OptionalDouble melanoma,
        Optional<String> modelId,
        Agreement agreement) {}
