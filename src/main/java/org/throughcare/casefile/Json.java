package org.throughcare.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How the record writes values as text. Errors name the kind of failure and never the value. */
@Component
public class Json {

    private final ObjectMapper mapper;

    Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The value as JSON. */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A value could not be written to the record.");
        }
    }

    /** A string, number, boolean, list, map or null. */
    public Object read(String text) {
        return read(text, new TypeReference<Object>() {});
    }

    /** An object as a map. */
    public Map<String, Object> readMap(String text) {
        return read(text, new TypeReference<Map<String, Object>>() {});
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value of the record could not be read.");
        }
    }
}
