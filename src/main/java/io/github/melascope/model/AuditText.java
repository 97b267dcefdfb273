package io.github.melascope.model;

import io.github.melascope.metrics.AuditResult;

/** An audit's result for people, in Markdown: the very text that stands in the model card. */
public final class AuditText {
    private AuditText() {}

    public static String of(AuditResult audit) {
        Markdown text = new Markdown();
        text.heading(1, "Audit of " + audit.model());
        new AuditSection(text, audit).write();
        return text.toString();
    }

    /** The same for what {@code audit-unknown} found, which is of no model that anybody keeps. */
    public static String ofUnknown(AuditResult audit) {
        Markdown text = new Markdown();
        text.heading(1, "Unknown diagnoses: " + audit.model());
        new AuditSection(text, audit).write("audit-unknown");
        return text.toString();
    }
}
