package io.github.melascope.app;

import io.github.melascope.audit.Alteration;
import io.github.melascope.audit.Pasted;
import io.github.melascope.base.ProblemException;
import io.github.melascope.dataset.Sample;
import io.github.melascope.imaging.HeatOutside;
import io.github.melascope.imaging.LesionFinder;
import io.github.melascope.lesion.Diagnosis;
import io.github.melascope.lesion.HeatMap;
import io.github.melascope.lesion.LesionMask;
import io.github.melascope.lesion.RgbImage;
import io.github.melascope.metrics.AuditStatistics;
import io.github.melascope.metrics.AuditTable;
import io.github.melascope.metrics.AuditTable.Aim;
import io.github.melascope.metrics.AuditTable.Row;
import io.github.melascope.metrics.Figure;
import io.github.melascope.nn.infer.Activations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether the warning that the heat lies outside the lesion comes when it should. The truth is the outline that people drew;
 * the warning only knows the outline that it finds itself, on the image with the artefact.
 */
final class HeatWarningAudit {
    private static final int SIDE = 7;
    private static final double SIGMA = 0.09;
    private static final double SENSITIVITY = 0.9;
    private static final double FALSE_ALARMS = 0.05;

    private final Audited audited;
    private final List<Sample> samples;

    HeatWarningAudit(Audited audited, List<Sample> samples) {
        this.audited = audited;
        this.samples = List.copyOf(samples);
    }

    AuditTable table() throws ProblemException {
        double[][] warned =
                new double[6][samples.size()]; // made, made and silent without an outline, own: outside and inside each
        for (double[] row : warned) {
            Arrays.fill(row, Double.NaN);
        }
        for (int i = 0; i < samples.size(); i++) {
            audited.cancel().check();
            one(i, warned);
            audited.progress().report("stage.measuring", i + 1L, samples.size());
        }
        return new AuditTable(
                "heat-warning",
                "Warning of heat outside the lesion",
                "A ruler, ink or a patch is pasted on " + samples.size()
                        + " images. Made maps are hot where it lies, as"
                        + " those of a network that looks at it would be, or hot on the lesion that people outlined: the"
                        + " warning should come with the first and not with the second. The model's own Grad-CAM maps for"
                        + " melanoma on the same images are held against the outlines that people drew, at the same limit."
                        + " Where no outline is found the middle of the frame stands for the lesion; the second row tells what"
                        + " it would be to say nothing then.",
                List.of("Warned where heat is outside", "Warned where it is not"),
                List.of(
                        row("made maps", warned[0], warned[1]),
                        row("made maps, silent where no outline is found", warned[2], warned[3]),
                        row("the model's own maps", warned[4], warned[5])),
                List.of(
                        Aim.atLeast("Warned where heat is outside", SENSITIVITY).of("made maps"),
                        Aim.atMost("Warned where it is not", FALSE_ALARMS).of("made maps")));
    }

    private Row row(String name, double[] outside, double[] inside) {
        List<Figure> figures = new ArrayList<>(audited.figures(samples, AuditStatistics.mean(outside)));
        figures.addAll(audited.figures(samples, AuditStatistics.mean(inside)));
        return new Row(name, figures);
    }

    private void one(int at, double[][] warned) throws ProblemException {
        Sample sample = samples.get(at);
        Alteration artefact = Alteration.ARTEFACTS.get(at % Alteration.ARTEFACTS.size());
        RgbImage image = artefact.apply(audited.image(sample), audited.seed(sample));
        LesionMask drawn = audited.mask(sample).orElseThrow();
        Optional<LesionMask> found = LesionFinder.find(image);
        HeatMap on = around(artefact.place(audited.seed(sample)));
        if (HeatOutside.share(on, drawn) >= HeatOutside.MUCH) {
            warned[0][at] = warns(on, found);
            warned[2][at] = found.isPresent() ? warns(on, found) : 0;
        }
        HeatMap lesion = of(drawn);
        warned[1][at] = warns(lesion, found);
        warned[3][at] = found.isPresent() ? warns(lesion, found) : 0;
        Activations activations = audited.model().network().run(List.of(image), true);
        HeatMap own = audited.model().explainer().atLastMap(activations, 0, Diagnosis.MEL, HeatMap.Method.GRAD_CAM);
        if (!own.flat()) {
            boolean outside = HeatOutside.share(own, drawn) >= HeatOutside.MUCH;
            warned[outside ? 4 : 5][at] = warns(own, found);
        }
    }

    private static double warns(HeatMap map, Optional<LesionMask> found) {
        return HeatOutside.shareOfFound(map, found) >= HeatOutside.MUCH ? 1 : 0;
    }

    /** A round spot of heat. */
    private static HeatMap around(Pasted.Place place) {
        float[] values = new float[SIDE * SIDE];
        float most = 0;
        for (int i = 0; i < values.length; i++) {
            int row = i / SIDE;
            double x = (i % SIDE + 0.5) / SIDE - place.x();
            double y = (row + 0.5) / SIDE - place.y();
            values[i] = (float) Math.exp(-(x * x + y * y) / (2 * SIGMA * SIGMA));
            most = Math.max(most, values[i]);
        }
        return scaled(values, most);
    }

    /** Heat in proportion to how much of a cell is lesion. */
    private static HeatMap of(LesionMask lesion) {
        float[] values = new float[SIDE * SIDE];
        float most = 0;
        int fine = lesion.side();
        for (int i = 0; i < lesion.inside().length; i++) {
            int row = i / fine * SIDE / fine;
            int cell = row * SIDE + i % fine * SIDE / fine;
            values[cell] += lesion.inside()[i] ? 1 : 0;
            most = Math.max(most, values[cell]);
        }
        return scaled(values, most);
    }

    private static HeatMap scaled(float[] values, float most) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= most;
        }
        return new HeatMap(SIDE, SIDE, values, false, HeatMap.Method.GRAD_CAM, Diagnosis.MEL);
    }
}
