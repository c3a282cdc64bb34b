package org.throughcare.decisions.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughcare.decisions.workbench.ImpactRuns.Run;

/** What comparisons brought, for one reader. */
@Component
class ImpactResults {

    private final ImpactRuns runs;
    private final ObjectMapper mapper;

    ImpactResults(ImpactRuns runs, ObjectMapper mapper) {
        this.runs = runs;
        this.mapper = mapper;
    }

    /**
     * The result of that run without the cases that do not exist for the reader; empty while there is none.
     *
     * @param run may be null
     */
    Optional<Impact> of(String run, Set<String> hidden) {
        return Optional.ofNullable(run).flatMap(runs::find).flatMap(found -> of(found, hidden));
    }

    Optional<Impact> of(Run run, Set<String> hidden) {
        return Optional.ofNullable(run.result()).map(this::read).map(impact -> impact.without(hidden));
    }

    private Impact read(String result) {
        try {
            return mapper.readValue(result, Impact.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A comparison could not be read.");
        }
    }
}
