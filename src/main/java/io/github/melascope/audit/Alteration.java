package io.github.melascope.audit;

import io.github.melascope.lesion.RgbImage;
import java.util.List;
import java.util.SplittableRandom;

/** A change of an image that must not change the answer: what lies beside the lesion, how it was held, lit and stored. */
public enum Alteration {
    RULER("ruler pasted", Pasted::ruler),
    INK("ink strokes pasted", Pasted::ink),
    PATCH("colour patch pasted", Pasted::patch),
    HAIR("hairs pasted", Pasted::hair),
    CORNERS("black corners", (image, random) -> Tones.corners(image)),
    VIGNETTE("vignette", (image, random) -> Tones.vignette(image)),
    QUARTER_TURN("turned by 90°", (image, random) -> Geometry.quarterTurn(image)),
    HALF_TURN("turned by 180°", (image, random) -> Geometry.halfTurn(image)),
    THREE_QUARTER_TURN("turned by 270°", (image, random) -> Geometry.threeQuarterTurn(image)),
    TILT("turned by up to 10°", Geometry::tilted),
    MIRROR("mirrored left to right", (image, random) -> Geometry.mirrored(image)),
    UPSIDE_DOWN("mirrored top to bottom", (image, random) -> Geometry.upsideDown(image)),
    JPEG("JPEG of quality 50", (image, random) -> Tones.jpeg(image)),
    BLUR("blurred, σ of 1 pixel", (image, random) -> Tones.blurred(image)),
    BRIGHTER("brighter by 15 %", (image, random) -> Tones.scaled(image, 1.15)),
    DARKER("darker by 15 %", (image, random) -> Tones.scaled(image, 0.85)),
    CROP("cropped by 5 % at each side", (image, random) -> Geometry.cropped(image));

    /** All of them, in the order they are reported. */
    public static final List<Alteration> ALL = List.of(values());

    /** Those that paste something which a reader would call an artefact. */
    public static final List<Alteration> ARTEFACTS = List.of(RULER, INK, PATCH);

    private interface Change {
        RgbImage of(RgbImage image, SplittableRandom random);
    }

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Change change;

    Alteration(String title, Change change) {
        this.title = title;
        this.change = change;
    }

    public String title() {
        return title;
    }

    /**
     * The changed image, of the same size.
     *
     * @param image square, as the network sees it
     * @param seed of the audit and the image: the same gives the same drawing
     */
    public RgbImage apply(RgbImage image, long seed) {
        return change.of(image, random(seed));
    }

    /** Where {@link #apply} pastes its artefact, 0 … 1 from the left and from the top; only for {@link #ARTEFACTS}. */
    public Pasted.Place place(long seed) {
        return switch (this) {
            case RULER -> Pasted.placeOfRuler(random(seed));
            case INK -> Pasted.placeOfInk(random(seed));
            case PATCH -> Pasted.placeOfPatch(random(seed));
            default -> throw new IllegalArgumentException(this + " pastes nothing");
        };
    }

    private SplittableRandom random(long seed) {
        return new SplittableRandom(seed * 31 + name().hashCode());
    }
}
