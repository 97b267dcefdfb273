package io.github.melascope.imaging.synthetic;

import io.github.melascope.base.AtomicFiles;
import io.github.melascope.imaging.JpegWriter;
import io.github.melascope.lesion.Diagnosis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes a dataset of synthetic lesions in the layout in which HAM10000 is downloaded: {@code HAM10000_images_part_1} and
 * {@code _part_2} with JPEG files, and {@code HAM10000_metadata.csv}. Every third lesion has a second photograph, every ninth
 * a third one. Some ages are missing, as in the real table.
 */
public final class SampleFolder {
    private static final String HEADER = "lesion_id,image_id,dx,dx_type,age,sex,localization\n";
    private static final List<String> SITES = List.of(
            "back", "lower extremity", "trunk", "upper extremity", "abdomen", "face", "chest", "foot", "neck", "scalp");
    private static final float QUALITY = 0.9f;

    private SampleFolder() {}

    /**
     * Writes the folder; the same arguments give the same files.
     *
     * @param folder made when it is missing
     * @param lesions how many lesions of each diagnosis
     * @param width of the pictures in pixels, at least 43; their height is three quarters of it
     * @return the number of pictures
     * @throws IOException when the folder cannot be written
     */
    public static int write(Path folder, Map<Diagnosis, Integer> lesions, int width, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder table = new StringBuilder(HEADER);
        int lesion = 0;
        int image = 0;
        for (Diagnosis diagnosis : Diagnosis.ALL) {
            for (int i = 0; i < lesions.getOrDefault(diagnosis, 0); i++, lesion++) {
                long lesionSeed = random.nextLong();
                String person = person(diagnosis, random);
                for (int photo = 0; photo < photos(lesion); photo++, image++) {
                    String id = String.format(Locale.ROOT, "SYN_%07d", image);
                    write(folder, id, image, lesionSeed, photo, diagnosis, width);
                    table.append(String.format(Locale.ROOT, "SYNL_%07d,%s,%s\n", lesion, id, person));
                }
            }
        }
        AtomicFiles.write(folder.resolve("HAM10000_metadata.csv"), table.toString());
        return image;
    }

    private static int photos(int lesion) {
        return lesion % 9 == 8 ? 3 : lesion % 3 == 2 ? 2 : 1;
    }

    /** The columns from dx on. */
    private static String person(Diagnosis diagnosis, SplittableRandom random) {
        String type = diagnosis == Diagnosis.MEL || random.nextDouble() < 0.5
                ? "histo"
                : random.nextDouble() < 0.6 ? "follow_up" : "consensus";
        String age = random.nextDouble() < 0.03 ? "" : 5 * (4 + random.nextInt(14)) + ".0";
        String sex = random.nextDouble() < 0.02 ? "unknown" : random.nextBoolean() ? "male" : "female";
        return String.join(",", diagnosis.code(), type, age, sex, SITES.get(random.nextInt(SITES.size())));
    }

    private static void write(Path folder, String id, int image, long seed, int photo, Diagnosis diagnosis, int width)
            throws IOException {
        byte[] jpeg = JpegWriter.encode(
                SyntheticLesions.draw(seed, photo, diagnosis, width, width * 3 / 4), QUALITY, SyntheticLesions.NOTICE);
        String part = image % 2 == 0 ? "HAM10000_images_part_1" : "HAM10000_images_part_2";
        AtomicFiles.write(folder.resolve(part).resolve(id + ".jpg"), jpeg);
    }
}
