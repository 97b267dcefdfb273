package io.github.melascope.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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

    private static int at(BufferedImage page, double x, double y) {
        return page.getRGB((int) (x * SCALE), (int) (y * SCALE)) & 0xFFFFFF;
    }

    private static void assertNear(int expected, int actual, String what) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertEquals(expected >> shift & 0xFF, actual >> shift & 0xFF, 8, what);
        }
    }
}
