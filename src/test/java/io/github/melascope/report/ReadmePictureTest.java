package io.github.melascope.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.melascope.imaging.ColorMap;
import io.github.melascope.imaging.Images;
import io.github.melascope.imaging.PngWriter;
import io.github.melascope.imaging.QualityCheck;
import io.github.melascope.imaging.Resizer;
import io.github.melascope.imaging.synthetic.SyntheticLesions;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.Outcome;
import io.github.melascope.lesion.Prediction;
import io.github.melascope.lesion.RgbImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Holds the picture in the README to what the program draws. It shows the layout: the numbers in it are invented. */
class ReadmePictureTest {
    private static final Path COMMITTED = Path.of("docs/images/report.png");
    private static final Path DRAWN = Path.of("target/report.png");

    @Test
    void showsWhatTheProgramDraws() throws IOException {
        byte[] png = new PngReport(new PdfReport()).encode(example());
        RgbImage page = Images.fromBuffered(ImageIO.read(new ByteArrayInputStream(png)));
        RgbImage drawn = Resizer.resize(page, page.width() * 2 / 3, page.height() * 2 / 3);
        Map<String, String> text = Map.of("Description", SyntheticLesions.NOTICE + " The numbers are invented.");
        PngWriter.write(DRAWN, drawn, text);
        assertTrue(Files.exists(COMMITTED), "copy " + DRAWN + " to " + COMMITTED);
        RgbImage committed = Images.fromBuffered(ImageIO.read(COMMITTED.toFile()));
        assertEquals(drawn.width(), committed.width());
        assertEquals(drawn.height(), committed.height());
        double difference = meanDifference(drawn, committed);
        assertTrue(
                difference < 0.5,
                "mean difference " + difference + ": look at " + DRAWN + " and copy it to " + COMMITTED);
    }

    private static ReportModel example() {
        RgbImage image = SyntheticLesions.draw(11, 0, Diagnosis.MEL, 600, 450);
        float[] heat = new float[14 * 14];
        for (int i = 0; i < heat.length; i++) {
            double right = i % 14 - 7.4;
            double down = Math.floor(i / 14.0) - 6.2;
            heat[i] = (float) StrictMath.exp(-(right * right + 1.6 * down * down) / 14);
        }
        HeatMap map = new HeatMap(14, 14, heat, false, HeatMap.Method.GRAD_CAM, Diagnosis.MEL);
        Prediction prediction = new Prediction(
                Outcome.CLOSER_LOOK,
                "the probability of melanoma reaches the threshold",
                0.6234,
                Samples.seven(),
                0.214,
                QualityCheck.check(image),
                "example",
                Samples.HASH);
        return new ReportModel(
                Samples.ENGLISH,
                image,
                Optional.of(Explanation.of(image, map, ColorMap.CIVIDIS, 0.45)),
                "",
                prediction,
                Optional.empty(),
                Optional.empty(),
                Optional.of("synthetic.png"),
                Optional.of("Layout example, invented numbers"),
                Samples.DATE,
                List.of());
    }

    private static double meanDifference(RgbImage a, RgbImage b) {
        long sum = 0;
        for (int i = 0; i < a.pixels().length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                sum += Math.abs((a.pixels()[i] >> shift & 0xFF) - (b.pixels()[i] >> shift & 0xFF));
            }
        }
        return sum / (3.0 * a.pixels().length);
    }
}
