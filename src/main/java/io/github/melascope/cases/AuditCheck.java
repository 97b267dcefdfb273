package io.github.melascope.cases;

import io.github.melascope.base.Term;
import java.util.Optional;

/**
 * Whether the audit trail is whole.
 *
 * @param rows how many rows passed, from the first on
 * @param head the hash of the last of them; noted elsewhere, it proves later that the trail was not written anew
 * @param fault what is wrong with the first row that did not pass
 */
public record AuditCheck(long rows, String head, Optional<Fault> fault) {
    /**
     * @param seq of the first broken row
     * @param why without full stop
     */
    public record Fault(long seq, Term why) {}

    public boolean passed() {
        return fault.isEmpty();
    }
}
