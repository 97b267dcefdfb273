package io.github.melascope.app;

/** Which version of the program this is. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** {@code "Melascope 0.1.0"}, or {@code "Melascope (unpackaged)"} when it runs from classes. */
    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return "Melascope " + (version == null ? "(unpackaged)" : version);
    }
}
