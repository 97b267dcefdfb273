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
import io.github.melascope.nn.infer.Explainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the warning that the heat lies outside the lesion comes when it should. The truth is the outline that people drew;
 * the warning only knows the outline that it finds itself, on the image with the artefact.
 */
final class HeatWarningAudit {
    private static final int LAST = 7;
    private static final int FINE = 14;
    private static final double SIGMA = 0.09;
    private static final double SENSITIVITY = 0.9;
    private static final double FALSE_ALARMS = 0.05;

    private final Audited audited;
    private final List<Sample> samples;
    /** By row of the table: 1 where the warning comes and 0 where not, of maps that are outside, then of those that are not. */
    private final Map<String, double[][]> warned = new LinkedHashMap<>();

    HeatWarningAudit(Audited audited, List<Sample> samples) {
        this.audited = audited;
        this.samples = List.copyOf(samples);
    }

    AuditTable table() throws ProblemException {
        for (int i = 0; i < samples.size(); i++) {
            audited.cancel().check();
            one(i);
            audited.progress().report("stage.measuring", i + 1L, samples.size());
        }
        List<Row> rows = new ArrayList<>();
        warned.forEach((name, columns) -> rows.add(row(name, columns)));
        List<Aim> aims = new ArrayList<>();
        for (int side : List.of(LAST, FINE)) {
            aims.add(Aim.atLeast("Warned where heat is outside", SENSITIVITY).of(made(side)));
            aims.add(Aim.atMost("Warned where it is not", FALSE_ALARMS).of(made(side)));
        }
        return new AuditTable(
                "heat-warning",
                "Warning of heat outside the lesion",
                "A ruler, ink or a patch is pasted on " + samples.size()
                        + " images. Made maps are hot where it lies, as"
                        + " those of a network that looks at it would be, or hot on the lesion that people outlined: the"
                        + " warning should come with the first and not with the second. The model's own maps for"
                        + " melanoma, on the same images and on the images as they are, are held against the outlines that"
                        + " people drew, at the same limit."
                        + " Where no outline is found the middle of the frame stands for the lesion; the rows of silence tell"
                        + " what it would be to say nothing then.",
                List.of("Warned where heat is outside", "Warned where it is not", "Warned", "Outside"),
                rows,
                aims);
    }

    private static String made(int side) {
        return "made maps, " + side + " × " + side;
    }

    /** How often made maps are outside is ours to choose, and no figure. */
    private Row row(String name, double[][] columns) {
        double[] all = undefined();
        double[] outside = undefined();
        for (int i = 0; i < all.length && !name.startsWith("made"); i++) {
            all[i] = Double.isNaN(columns[0][i]) ? columns[1][i] : columns[0][i];
            outside[i] = Double.isNaN(all[i]) ? Double.NaN : Double.isNaN(columns[0][i]) ? 0 : 1;
        }
        List<Figure> figures = new ArrayList<>();
        for (double[] column : List.of(columns[0], columns[1], all, outside)) {
            figures.addAll(audited.figures(samples, AuditStatistics.mean(column)));
        }
        return new Row(name, figures);
    }

    private double[] undefined() {
        double[] values = new double[samples.size()];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private void note(String row, int at, boolean outside, boolean comes) {
        double[][] columns = warned.computeIfAbsent(row, name -> new double[][] {undefined(), undefined()});
        columns[outside ? 0 : 1][at] = comes ? 1 : 0;
    }

    private void one(int at) throws ProblemException {
        Sample sample = samples.get(at);
        Alteration artefact = Alteration.ARTEFACTS.get(at % Alteration.ARTEFACTS.size());
        RgbImage plain = audited.image(sample);
        RgbImage pasted = artefact.apply(plain, audited.seed(sample));
        LesionMask drawn = audited.mask(sample).orElseThrow();
        Optional<LesionMask> found = LesionFinder.find(pasted);
        for (int side : List.of(LAST, FINE)) {
            String silent = made(side) + ", silent where no outline is found";
            HeatMap on = around(artefact.place(audited.seed(sample)), side);
            if (HeatOutside.share(on, drawn) >= HeatOutside.MUCH) {
                note(made(side), at, true, warns(on, found));
                note(silent, at, true, found.isPresent() && warns(on, found));
            }
            HeatMap lesion = of(drawn, side);
            note(made(side), at, false, warns(lesion, found));
            note(silent, at, false, found.isPresent() && warns(lesion, found));
        }
        own(at, "with artefacts", pasted, drawn);
        own(at, "as they are", plain, drawn);
    }

    private void own(int at, String images, RgbImage image, LesionMask drawn) throws ProblemException {
        Explainer explainer = audited.model().explainer();
        Activations activations = audited.model().network().run(List.of(image), true);
        HeatMap last = explainer.atLastMap(activations, 0, Diagnosis.MEL, HeatMap.Method.GRAD_CAM);
        HeatMap fine = explainer
                .atFineMap(List.of(image), Diagnosis.MEL, HeatMap.Method.HIRES_CAM)
                .getFirst();
        Optional<LesionMask> found = LesionFinder.find(image);
        for (HeatMap map : List.of(last, fine)) {
            if (!map.flat()) {
                String row = map.method().title() + ", " + map.width() + " × " + map.height() + ", images " + images;
                note(row, at, HeatOutside.share(map, drawn) >= HeatOutside.MUCH, warns(map, found));
            }
        }
    }

    private static boolean warns(HeatMap map, Optional<LesionMask> found) {
        return HeatOutside.shareOfFound(map, found) >= HeatOutside.MUCH;
    }

    /** A round spot of heat. */
    private static HeatMap around(Pasted.Place place, int side) {
        float[] values = new float[side * side];
        float most = 0;
        for (int i = 0; i < values.length; i++) {
            int row = i / side;
            double x = (i % side + 0.5) / side - place.x();
            double y = (row + 0.5) / side - place.y();
            values[i] = (float) Math.exp(-(x * x + y * y) / (2 * SIGMA * SIGMA));
            most = Math.max(most, values[i]);
        }
        return scaled(values, most, side);
    }

    /** Heat in proportion to how much of a cell is lesion. */
    private static HeatMap of(LesionMask lesion, int side) {
        float[] values = new float[side * side];
        float most = 0;
        int fine = lesion.side();
        for (int i = 0; i < lesion.inside().length; i++) {
            int row = i / fine * side / fine;
            int cell = row * side + i % fine * side / fine;
            values[cell] += lesion.inside()[i] ? 1 : 0;
            most = Math.max(most, values[cell]);
        }
        return scaled(values, most, side);
    }

    private static HeatMap scaled(float[] values, float most, int side) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= most;
        }
        return new HeatMap(side, side, values, false, HeatMap.Method.GRAD_CAM, Diagnosis.MEL);
    }
}
