package io.github.melascope.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Everything the user may choose. A value that is not set is empty or 0, and stands for what the program would do by itself.
 *
 * @param model id of the model to ask; empty for the one that ships
 * @param sensitivity wanted of the closer look, 0 … 1; 0 for the model's own threshold
 * @param language {@code "en"}, {@code "de"}; empty for the system's
 * @param theme light, dark, or as the system is
 * @param textPercent size of all text, {@value #SMALLEST_TEXT} … {@value #LARGEST_TEXT}
 * @param library folder of the case library; empty for the usual place
 * @param dataset folder of the images that similar cases come from; empty when it is not on this machine
 * @param ownReadingFirst whether the answer stays covered until the user has given their own
 * @param heat how heat maps are shown
 * @param similarOfEach whether similar cases are the nearest of each diagnosis; else the nearest of all
 * @param scales micrometres that a pixel shows, by size of the image, as {@link #scale} finds them
 * @param welcomed whether the words of the first start were read or skipped
 * @param window where the window was
 */
public record Settings(
        String model,
        double sensitivity,
        String language,
        Theme theme,
        int textPercent,
        String library,
        String dataset,
        boolean ownReadingFirst,
        HeatLook heat,
        boolean similarOfEach,
        Map<String, Double> scales,
        boolean welcomed,
        WindowPlace window) {
    public static final int SMALLEST_TEXT = 80;
    public static final int LARGEST_TEXT = 200;

    /** Micrometres that a pixel of a dermoscopic image can show: a cell's part … a whole body in one photo. */
    public static final double SMALLEST_SCALE = 0.1;

    public static final double LARGEST_SCALE = 1000;

    public static final Settings USUAL = new Settings(
            "", 0, "", Theme.SYSTEM, 100, "", "", false, HeatLook.USUAL, false, Map.of(), false, WindowPlace.UNKNOWN);

    /** Light and dark. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /**
     * How heat maps are shown.
     *
     * @param contour as lines around what counts, the image unaltered; else as colour
     * @param colours code of the colour map; one that nobody knows stands for the usual one
     * @param opacity of the colour, 0 (not seen) … 1 (covers the image)
     */
    public record HeatLook(boolean contour, String colours, double opacity) {
        public static final HeatLook USUAL = new HeatLook(true, "cividis", 0.5);

        public HeatLook {
            opacity = Math.clamp(opacity, 0, 1);
        }
    }

    /** Where the window was, in screen units; a width of 0 for never opened. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
        public static final WindowPlace UNKNOWN = new WindowPlace(0, 0, 0, 0, false);
    }

    public Settings {
        textPercent = Math.clamp(textPercent, SMALLEST_TEXT, LARGEST_TEXT);
        sensitivity = sensitivity > 0 && sensitivity <= 1 ? sensitivity : 0;
        Map<String, Double> usable = new HashMap<>(scales);
        usable.values().removeIf(value -> !(value >= SMALLEST_SCALE && value <= LARGEST_SCALE));
        scales = Map.copyOf(usable);
    }

    /** Images of one camera have one size; held upright or across, they are the same. */
    private static String size(int width, int height) {
        return Math.max(width, height) + "×" + Math.min(width, height);
    }

    /** Micrometres that a pixel shows in images of this size; empty while nobody has said. */
    public OptionalDouble scale(int width, int height) {
        Double known = scales.get(size(width, height));
        return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
    }

    /** Keeps, or forgets, what a pixel shows in images of this size. */
    public Settings withScale(int width, int height, OptionalDouble micrometresPerPixel) {
        return withScale(size(width, height), micrometresPerPixel);
    }

    /** The same for a size as the keys of {@link #scales} name it. */
    public Settings withScale(String size, OptionalDouble micrometresPerPixel) {
        Map<String, Double> changed = new HashMap<>(scales);
        changed.remove(size);
        micrometresPerPixel.ifPresent(value -> changed.put(size, value));
        return new Settings(
                model,
                sensitivity,
                language,
                theme,
                textPercent,
                library,
                dataset,
                ownReadingFirst,
                heat,
                similarOfEach,
                changed,
                welcomed,
                window);
    }

    public Settings withModel(String id) {
        return new Settings(
                id,
                sensitivity,
                language,
                theme,
                textPercent,
                library,
                dataset,
                ownReadingFirst,
                heat,
                similarOfEach,
                scales,
                welcomed,
                window);
    }

    public Settings withSensitivity(double wanted) {
        return new Settings(
                model,
                wanted,
                language,
                theme,
                textPercent,
                library,
                dataset,
                ownReadingFirst,
                heat,
                similarOfEach,
                scales,
                welcomed,
                window);
    }

    public Settings withLanguage(String code) {
        return new Settings(
                model,
                sensitivity,
                code,
                theme,
                textPercent,
                library,
                dataset,
                ownReadingFirst,
                heat,
                similarOfEach,
                scales,
                welcomed,
                window);
    }

    public Settings withTheme(Theme chosen) {
        return new Settings(
                model,
                sensitivity,
                language,
                chosen,
                textPercent,
                library,
                dataset,
                ownReadingFirst,
                heat,
                similarOfEach,
                scales,
                welcomed,
                window);
    }

    public Settings withTextPercent(int percent) {
        return new Settings(
                model,
                sensitivity,
                language,
                theme,
                percent,
                library,
                dataset,
                ownReadingFirst,
                heat,
                similarOfEach,
                scales,
                welcomed,
                window);
    }

    public Settings withLibrary(String folder) {
        return new Settings(
                model,
                sensitivity,
                language,
                theme,
                textPercent,
                folder,
                dataset,
                ownReadingFirst,
                heat,
                similarOfEach,
                scales,
                welcomed,
                window);
    }

    public Settings withDataset(String folder) {
        return new Settings(
                model,
                sensitivity,
                language,
                theme,
                textPercent,
                library,
                folder,
                ownReadingFirst,
                heat,
                similarOfEach,
                scales,
                welcomed,
                window);
    }

    public Settings withOwnReadingFirst(boolean wanted) {
        return new Settings(
                model,
                sensitivity,
                language,
                theme,
                textPercent,
                library,
                dataset,
                wanted,
                heat,
                similarOfEach,
                scales,
                welcomed,
                window);
    }

    public Settings withHeat(HeatLook look) {
        return new Settings(
                model,
                sensitivity,
                language,
                theme,
                textPercent,
                library,
                dataset,
                ownReadingFirst,
                look,
                similarOfEach,
                scales,
                welcomed,
                window);
    }

    public Settings withSimilarOfEach(boolean wanted) {
        return new Settings(
                model,
                sensitivity,
                language,
                theme,
                textPercent,
                library,
                dataset,
                ownReadingFirst,
                heat,
                wanted,
                scales,
                welcomed,
                window);
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(
                model,
                sensitivity,
                language,
                theme,
                textPercent,
                library,
                dataset,
                ownReadingFirst,
                heat,
                similarOfEach,
                scales,
                welcomed,
                place);
    }

    public Settings withWelcomed(boolean read) {
        return new Settings(
                model,
                sensitivity,
                language,
                theme,
                textPercent,
                library,
                dataset,
                ownReadingFirst,
                heat,
                similarOfEach,
                scales,
                read,
                window);
    }
}
