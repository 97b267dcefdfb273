package io.github.melascope.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfReportTest {
    @Test
    void draft() throws Exception {
        byte[] first = new PdfReport().encode(Samples.usual());
        assertArrayEquals(first, new PdfReport().encode(Samples.usual()));
        Files.write(Path.of("target/draft.pdf"), first);
        Files.write(Path.of("target/draft.png"), new PngReport(new PdfReport()).encode(Samples.usual()));
        try (PDDocument document = Loader.loadPDF(first)) {
            assertEquals(1, document.getNumberOfPages());
            String text = new PDFTextStripper().getText(document);
            Files.writeString(Path.of("target/draft.txt"), text);
            assertTrue(text.contains("Müller, Łukasz 山田"), text);
        }
    }
}
