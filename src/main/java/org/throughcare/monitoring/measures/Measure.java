package org.throughcare.monitoring.measures;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One measure. A component that implements it is in the catalogue, has its address and its export. */
public interface Measure {

    /** What it is. */
    Definition definition();

    /** Its numbers within that scope, in the order in which they are shown. */
    List<Row> rows(Scope scope);

    /**
     * The cases behind a number, each once, in the order of the list: who leaves next comes first. Asked only when the definition says that there are
     * cases.
     *
     * @param of the codes of the dimensions that were chosen; a dimension that is missing is not narrowed
     * @param value the key of the value
     */
    default List<String> cases(Scope scope, Map<String, String> of, String value) {
        return List.of();
    }

    /** What to say beside the numbers in this scope. */
    default List<String> notes(Scope scope) {
        return List.of();
    }

    /** A code of a dimension in words, where the product's words do not know it. */
    default Optional<String> label(String dimension, String code) {
        return Optional.empty();
    }
}
