package org.throughcare.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One component of a Camunda Form that has a key.
 *
 * @param key the fact's key
 * @param type the component's type, such as {@code textfield}
 * @param label what the person reads
 * @param required whether an answer is needed, unless the field is hidden
 * @param rules limits on the value
 * @param options allowed values; empty when anything fits or when {@code valuesKey} gives them
 * @param valuesKey where the options come from; null when they stand in the form
 * @param use how the record uses it
 * @param variable whether the answer is a code that the process may keep
 * @param hiddenWhen conditions; the field is hidden when one is true
 * @param rows the fields of each row of a dynamic list
 */
record Field(
        String key,
        String type,
        String label,
        boolean required,
        Rules rules,
        List<Object> options,
        String valuesKey,
        Use use,
        boolean variable,
        List<Condition> hiddenWhen,
        List<Field> rows) {

    /** How the record uses a field. */
    enum Use {
        /** Shown from the record and kept as what is known now. */
        FACT,
        /** Belongs to this occasion: starts empty, is kept. */
        OCCASION,
        /** Shown only. */
        READ
    }

    /** Limits on a value; each may be null. */
    record Rules(
            BigDecimal min,
            BigDecimal max,
            Integer minLength,
            Integer maxLength,
            Pattern pattern,
            Integer decimals,
            String subtype) {}

    Optional<String> optionsFrom() {
        return Optional.ofNullable(valuesKey);
    }
}
