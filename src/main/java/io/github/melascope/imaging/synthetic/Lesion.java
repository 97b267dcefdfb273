package io.github.melascope.imaging.synthetic;

import io.github.melascope.lesion.Diagnosis;
import java.util.SplittableRandom;

/** One lesion as a field of pigment over the plane; its radius is about 1, its middle at the origin. */
final class Lesion {
    private static final int HARMONICS = 7;
    private static final int AREAS = 4;

    private final Traits traits;
    private final Noise noise;
    private final double[] waves = new double[HARMONICS];
    private final double[] phases = new double[HARMONICS];
    private final double[][] areas = new double[AREAS][];
    private final double abruptAt;

    Lesion(long seed, Diagnosis diagnosis) {
        SplittableRandom random = new SplittableRandom(seed);
        this.traits = Traits.of(diagnosis, random);
        this.noise = new Noise(random.nextLong());
        for (int k = 0; k < HARMONICS; k++) {
            waves[k] = traits.irregularity() * random.nextGaussian() * 1.3 / (k + 1);
            phases[k] = 2 * StrictMath.PI * random.nextDouble();
        }
        for (int i = 0; i < AREAS; i++) {
            double angle = 2 * StrictMath.PI * random.nextDouble();
            double away = 0.25 + 0.4 * random.nextDouble();
            areas[i] = new double[] {
                away * StrictMath.cos(angle), away * StrictMath.sin(angle), 0.18 + 0.22 * random.nextDouble()
            };
        }
        this.abruptAt = 2 * StrictMath.PI * random.nextDouble();
    }

    Traits traits() {
        return traits;
    }

    /** The pigment that the lesion adds to the skin at a place. */
    Pigment at(double x, double y) {
        // Only the outline is warped; dots, chambers and meshes stay round.
        double stretch = StrictMath.sqrt(traits.aspect());
        double warpedX = x / stretch + 0.13 * noise.fractal(x * 1.7 + 7, y * 1.7, 4);
        double warpedY = y * stretch + 0.13 * noise.fractal(x * 1.7, y * 1.7 + 13, 4);
        double depth = depth(warpedX, warpedY);
        if (depth < -3 * traits.softness() - 0.05) {
            return new Pigment(0, 0, 0, 0);
        }
        double inside = inside(warpedX, warpedY, depth);
        return brownAndRed(x, y, inside, depth)
                .plus(areas(x, y, inside))
                .plus(lagoons(x, y, inside))
                .plus(whites(x, y, inside));
    }

    /** How far inside the outline, in lesion radii; negative outside. */
    private double depth(double x, double y) {
        double angle = StrictMath.atan2(y, x);
        double radius = 1;
        for (int k = 0; k < HARMONICS; k++) {
            radius += waves[k] * StrictMath.cos((k + 2) * angle + phases[k]);
        }
        return radius - Math.sqrt(x * x + y * y);
    }

    /** 0 outside … 1 inside; irregular lesions end abruptly on one side. */
    private double inside(double x, double y, double depth) {
        double facing = StrictMath.cos(StrictMath.atan2(y, x) - abruptAt);
        double softness = traits.softness() * (1 - Math.min(0.75, 3 * traits.irregularity()) * facing);
        double rough = depth + 0.05 * noise.fractal(x * 9, y * 9, 2) * Math.min(1, 6 * traits.irregularity());
        return Noise.step(-softness, softness, rough);
    }

    private Pigment brownAndRed(double x, double y, double inside, double depth) {
        double clouds = 1 + traits.mottle() * noise.fractal(x * 2.3 + 31, y * 2.3, 4);
        double melanin = traits.melanin() * clouds;
        double warp = 0.3 * noise.fractal(x * 5, y * 5, 2);
        Noise.Cell mesh = noise.cell(x * 13 + warp, y * 13 - warp);
        double fading = Noise.step(-0.15, 0.5, depth) * (0.75 + 0.25 * noise.fractal(x * 3, y * 3 + 50, 2));
        double lines = 1 - Noise.step(-0.1, 0.45, mesh.rim());
        double patchy = 0.7 + 0.5 * noise.fractal(x * 2 + 60, y * 2, 2);
        melanin += traits.network() * patchy * (0.8 * lines - 0.26) * (1.15 - 0.6 * fading);
        Noise.Cell dots = noise.cell(x * 6.5 + 100, y * 6.5);
        double dot = dots.mark() < 0.7 ? 1 - Noise.step(0.10 + 0.1 * dots.mark(), 0.42, dots.distance()) : 0;
        melanin += traits.globules() * 0.75 * dot;
        double redness = traits.blood() * (1 + traits.mottle() * noise.fractal(x * 3 + 70, y * 3, 3));
        Noise.Cell points = noise.cell(x * 16, y * 16 + 40);
        redness += traits.scale() * 0.35 * (1 - Noise.step(0.10, 0.30, points.distance()));
        return new Pigment(inside * melanin, inside * redness, 0, 0);
    }

    /** Dark, blue, red and bleached parts that make a lesion lopsided. */
    private Pigment areas(double x, double y, double inside) {
        if (traits.eccentric() == 0) {
            return new Pigment(0, 0, 0, 0);
        }
        double dark = area(0, x, y) * traits.eccentric();
        double blue = area(1, x, y) * traits.veil();
        double red = area(2, x, y) * traits.eccentric() * 0.35;
        double pale = area(3, x, y) * traits.eccentric() * 0.35;
        double brown = traits.melanin() > 0.5 ? 1.5 * dark : 0.5 * dark;
        double haze = traits.melanin() > 0.5 ? 0.75 * blue : 0.75 * Math.max(blue, 0.6 * dark);
        return new Pigment(inside * (brown + 0.4 * blue), inside * red, inside * haze, inside * pale);
    }

    private double area(int index, double x, double y) {
        double right = x - areas[index][0];
        double down = y - areas[index][1];
        double away = Math.sqrt(right * right + down * down) / areas[index][2];
        return 1 - Noise.step(0.30, 1.50, away + 0.45 * noise.fractal(x * 4 + 20 * index, y * 4, 3));
    }

    private Pigment lagoons(double x, double y, double inside) {
        if (traits.lagoons() == 0) {
            return new Pigment(0, 0, 0, 0);
        }
        double warp = 0.18 * noise.fractal(x * 4, y * 4 + 17, 2);
        Noise.Cell chamber = noise.cell(x * 3.4 + warp, y * 3.4 - warp);
        double round = 1 - Noise.step(0.26, 0.54, chamber.distance());
        double filled = round * inside * traits.lagoons();
        double old = Noise.step(0.45, 0.95, chamber.mark());
        return new Pigment(
                filled * old, filled * (0.7 + 0.8 * chamber.mark()), 0.25 * filled * old, 0.08 * inside * (1 - filled));
    }

    private Pigment whites(double x, double y, double inside) {
        Noise.Cell cyst = noise.cell(x * 6 + 200, y * 6);
        double cysts = cyst.mark() < 0.4 ? 1 - Noise.step(0.08, 0.20, cyst.distance()) : 0;
        double middle = Math.sqrt(x * x + y * y) + 0.2 * noise.fractal(x * 3, y * 3, 3);
        double scar = 1 - Noise.step(0.05, 0.75, middle);
        double flakes = Noise.step(0.1, 0.95, noise.fractal(x * 3.5 + 90, y * 3.5, 5));
        double white = Math.max(0.65 * traits.cysts() * cysts, 0.75 * traits.scar() * scar);
        return new Pigment(0, 0, 0, Math.min(0.9, inside * Math.max(white, 0.6 * traits.scale() * flakes)));
    }
}
