package org.throughcare.operations;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asks for; each kind reads its own part.
 *
 * @param caseManager reassignments: whose cases
 * @param site reassignments: at which site
 * @param to reassignments: to these only
 * @param items only these case numbers, instances or jobs; all when empty
 * @param process retries and migrations: of this process
 * @param cancel modifications: the step to leave
 * @param start modifications: the step to go on at
 * @param where modifications: before or after that step
 */
record OperationRequest(
        @Size(max = 255) String caseManager,
        @Size(max = 40) String site,
        @Size(max = 50) List<String> to,
        @Size(max = OperationRequest.MOST) List<String> items,
        @Size(max = 64) String process,
        @Size(max = 255) String cancel,
        @Size(max = 255) String start,
        @Size(max = 10) String where,
        @Size(max = 1000) String reason) {

    /** So many at once at most. */
    static final int MOST = 500;

    /** Copies the lists. */
    OperationRequest {
        to = to == null ? List.of() : List.copyOf(to);
        items = items == null ? List.of() : List.copyOf(items);
    }

    boolean wants(String item) {
        return items.isEmpty() || items.contains(item);
    }

    /** The reason; empty when there is none. */
    Optional<String> said() {
        return Optional.ofNullable(reason).map(String::strip).filter(text -> !text.isEmpty());
    }
}
