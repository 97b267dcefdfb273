package io.github.melascope.cases;

import java.util.List;

/**
 * What a search found.
 *
 * @param rows at most as many as the query asked for
 * @param total how many there are
 */
public record CasePage(List<CaseRow> rows, long total) {
    public CasePage {
        rows = List.copyOf(rows);
    }
}
