package io.github.melascope.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.lesion.Outcome;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngReportTest {
    private static final double SCALE = 150.0 / 72;

    private final PngReport report = new PngReport(new PdfReport());

    @Test
    void isTheSamePageWithThingsWhereTheyShouldBe() throws IOException {
        byte[] png = report.encode(Samples.usual());
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(1240, page.getWidth(), 1);
        assertEquals(1754, page.getHeight(), 1);
        assertEquals(0xFFFFFF, at(page, 20, 20), "the margin is white");
        assertEquals(0xFFFFFF, at(page, (Page.LEFT + Page.COLUMN + Page.SECOND) / 2, 330), "the gutter is white");
        assertEquals(Palette.AMBER, at(page, Page.LEFT + 2, 180), "the outcome's bar stands at the left");
        assertNear(
                0x5B3423,
                at(page, Page.LEFT + Page.COLUMN / 2, 330),
                "the spot lies in the middle of the left picture");
        assertTrue(at(page, Page.SECOND + Page.COLUMN / 2, 330) != at(page, Page.LEFT + Page.COLUMN / 2, 330));
    }

    @Test
    void equalModelsGiveEqualBytes() throws IOException {
        assertArrayEquals(report.encode(Samples.usual()), new PngReport(new PdfReport()).encode(Samples.usual()));
    }

    @Test
    void symbolTellsTheOutcomeWithoutColour() throws IOException {
        List<boolean[]> symbols = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            ReportModel model = Samples.model(Samples.prediction(outcome, "", Samples.seven(), Samples.good()));
            symbols.add(darkness(ImageIO.read(new ByteArrayInputStream(report.encode(model)))));
        }
        for (int i = 0; i < symbols.size(); i++) {
            boolean[] one = symbols.get(i);
            boolean[] next = symbols.get((i + 1) % symbols.size());
            long different = IntStream.range(0, one.length)
                    .filter(p -> one[p] != next[p])
                    .count();
            assertTrue(different > 0.03 * one.length, "outcome " + i + ": " + different + " of " + one.length);
        }
    }

    /** Where the square around the symbol is dark. */
    private static boolean[] darkness(BufferedImage page) {
        int side = (int) (36 * SCALE);
        boolean[] dark = new boolean[side * side];
        for (int i = 0; i < dark.length; i++) {
            int x = (int) ((Page.LEFT + 18) * SCALE) + i % side;
            int y = (int) (153 * SCALE) + i / side;
            dark[i] = (page.getRGB(x, y) >> 8 & 0xFF) < 0xA0;
        }
        return dark;
    }

    private static int at(BufferedImage page, double x, double y) {
        return page.getRGB((int) (x * SCALE), (int) (y * SCALE)) & 0xFFFFFF;
    }

    private static void assertNear(int expected, int actual, String what) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertEquals(expected >> shift & 0xFF, actual >> shift & 0xFF, 8, what);
        }
    }
}
