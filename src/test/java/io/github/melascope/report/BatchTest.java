package io.github.melascope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.melascope.base.ProblemException;
import io.github.melascope.base.Term;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final List<BatchRow> ROWS = List.of(
            new BatchRow.Answer("a, \"b\"\n山.jpg", Samples.usual().prediction()),
            new BatchRow.Answer("=1+1.jpg", Samples.noAnswer().prediction()),
            new BatchRow.Answer("@x.png", Samples.melanomaOnly().prediction()),
            new BatchRow.Refusal(
                    "-c.jpg",
                    new ProblemException(
                            ProblemException.Kind.INPUT,
                            "problem.image",
                            "-c.jpg",
                            Term.of("why.image.empty"),
                            Term.of("next.image.copy"))));

    @Test
    void jsonHasTheAgreedNamesOneObjectALine() throws IOException {
        StringWriter out = new StringWriter();
        try (BatchWriter writer = new BatchJson(out)) {
            for (BatchRow row : ROWS) {
                writer.write(row);
            }
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().split("\n", -1)) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertEquals(5, lines.size(), "four lines, each ended");
        JsonNode first = lines.get(0);
        assertEquals(
                List.of(
                        "file",
                        "outcome",
                        "reason",
                        "melanoma",
                        "otherMalignancy",
                        "probabilities",
                        "quality",
                        "model",
                        "weightsSha256"),
                names(first));
        assertEquals("a, \"b\"\n山.jpg", first.get("file").asText());
        assertEquals("closer-look", first.get("outcome").asText());
        assertEquals(0.6234, first.get("melanoma").asDouble());
        assertEquals(List.of("akiec", "bcc", "bkl", "df", "mel", "nv", "vasc"), names(first.get("probabilities")));
        assertEquals(0.2493, first.at("/probabilities/nv").asDouble());
        assertTrue(first.at("/quality/good").asBoolean());
        assertEquals(Samples.HASH, first.get("weightsSha256").asText());
        assertEquals("no-answer", lines.get(1).get("outcome").asText());
        assertEquals("too-small", lines.get(1).at("/quality/issues/0").asText());
        assertEquals(List.of("mel"), names(lines.get(2).get("probabilities")));
        assertEquals(List.of("file", "error"), names(lines.get(3)));
    }

    @Test
    void csvIsOneTableWithoutFormulas() throws IOException {
        StringWriter out = new StringWriter();
        try (BatchWriter writer = new BatchCsv(out)) {
            for (BatchRow row : ROWS) {
                writer.write(row);
            }
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<CSVRecord> records = format.parse(new StringReader(out.toString())).getRecords();
        assertEquals(4, records.size());
        assertTrue(records.stream().allMatch(CSVRecord::isConsistent), "every row has every column");
        assertEquals("a, \"b\"\n山.jpg", records.get(0).get("file"));
        assertEquals("closer-look", records.get(0).get("outcome"));
        assertEquals(0.6234, Double.parseDouble(records.get(0).get("probabilities.mel")));
        assertEquals("good", records.get(0).get("quality"));
        assertEquals(Samples.HASH, records.get(0).get("weightsSha256"));
        assertEquals("", records.get(0).get("error"));
        assertEquals("'=1+1.jpg", records.get(1).get("file"));
        assertTrue(records.get(1).get("quality").startsWith("too-small;blurred"));
        assertEquals("'@x.png", records.get(2).get("file"));
        assertEquals("", records.get(2).get("probabilities.nv"));
        assertEquals("'-c.jpg", records.get(3).get("file"));
        assertTrue(records.get(3).get("error").startsWith("'-c.jpg cannot"));
        assertEquals("", records.get(3).get("outcome"));
    }

    @Test
    void anotherMalignancyUnderLowerConcernHasAColumn() throws IOException {
        StringWriter csv = new StringWriter();
        StringWriter json = new StringWriter();
        for (BatchWriter writer : List.of(new BatchCsv(csv), new BatchJson(json))) {
            writer.write(new BatchRow.Answer("a.jpg", Samples.otherMalignancy().prediction()));
            writer.write(new BatchRow.Answer("b.jpg", Samples.usual().prediction()));
            writer.close();
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<CSVRecord> rows = format.parse(new StringReader(csv.toString())).getRecords();
        assertEquals("akiec", rows.get(0).get("otherMalignancy"));
        assertEquals("", rows.get(1).get("otherMalignancy"));
        List<String> lines = json.toString().lines().toList();
        assertEquals(
                "akiec",
                new ObjectMapper().readTree(lines.get(0)).get("otherMalignancy").asText());
        assertTrue(
                new ObjectMapper().readTree(lines.get(1)).get("otherMalignancy").isNull());
    }

    @Test
    void eachRowIsThereAsSoonAsItIsWritten() throws IOException {
        StringWriter out = new StringWriter();
        BatchWriter writer = new BatchCsv(out);
        assertTrue(out.toString().endsWith("error\n"));
        writer.write(ROWS.get(3));
        assertTrue(out.toString().endsWith("Copy the file again from where it came from.\n"));
        assertFalse(out.toString().contains("\r"));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
