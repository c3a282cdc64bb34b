package org.throughcare.casefile;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a reader sees, by name. What is unknown is said to be null, and not left out. */
public final class Shown {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Shows that value under that name; null says that it is unknown. */
    public void put(String name, Object value) {
        fields.put(name, value);
    }

    /** Everything that is shown, in the order in which it was put. */
    @JsonAnyGetter
    @JsonInclude(value = JsonInclude.Include.ALWAYS, content = JsonInclude.Include.ALWAYS)
    public Map<String, Object> fields() {
        return fields;
    }
}
