package io.github.melascope.ui.export;

/**
 * What the user wants in a file beside what is always in it.
 *
 * @param fileNames the names of the image files
 * @param notes of the visits and of the own readings
 * @param caseName what the user calls the case; empty for nothing
 */
public record Wanted(boolean fileNames, boolean notes, String caseName) {
    /** Unless the user says otherwise: nothing that could name a patient. */
    public static final Wanted USUAL = new Wanted(true, false, "");

    public Wanted withFileNames(boolean wanted) {
        return new Wanted(wanted, notes, caseName);
    }

    public Wanted withNotes(boolean wanted) {
        return new Wanted(fileNames, wanted, caseName);
    }

    public Wanted withCaseName(String wanted) {
        return new Wanted(fileNames, notes, wanted);
    }
}
