package org.throughcare.upgrade;

import java.util.List;
import java.util.Set;
import org.throughcare.upgrade.StoredModels.Token;

/**
 * From which steps a case can go on with the new version.
 *
 * @param steps where it may wait
 * @param jobs where it may wait for the engine to begin or to leave the step
 */
record StepMap(Set<String> steps, Set<String> jobs) {

    /** Those tokens that cannot be taken along. */
    List<Token> left(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> !(token.isJob() ? jobs : steps).contains(token.step()))
                .toList();
    }
}
