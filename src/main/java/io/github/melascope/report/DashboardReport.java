package io.github.melascope.report;

import java.time.LocalDate;
import java.util.List;

/**
 * A whole dashboard on paper, in the reader's language.
 *
 * @param title on the first page
 * @param exam stands on every page: nobody believes a number without it
 * @param facts lines under the title
 * @param sheets tables, in order
 * @param plots charts, in order
 * @param notice on every page
 * @param page the words for {@code "Page 1 of 3"}, with places {@code {0}} and {@code {1}}
 * @param language code of the texts' language
 * @param date of the report
 */
public record DashboardReport(
        String title,
        String exam,
        List<String> facts,
        List<Sheet> sheets,
        List<Plot> plots,
        String notice,
        String page,
        String language,
        LocalDate date) {
    public DashboardReport {
        facts = List.copyOf(facts);
        sheets = List.copyOf(sheets);
        plots = List.copyOf(plots);
    }
}
