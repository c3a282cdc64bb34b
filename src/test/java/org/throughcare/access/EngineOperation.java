package org.throughcare.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One operation of the engine's REST interface, as the engine's own OpenAPI file lists it. */
record EngineOperation(String method, String path) {

    static List<EngineOperation> all() {
        try (InputStream file = EngineOperation.class.getResourceAsStream("/openapi.json")) {
            List<EngineOperation> operations = new ArrayList<>();
            JsonNode paths = new ObjectMapper().readTree(file).path("paths");
            paths.fields().forEachRemaining(path -> path.getValue()
                    .fieldNames()
                    .forEachRemaining(method ->
                            operations.add(new EngineOperation(method.toUpperCase(Locale.ROOT), path.getKey()))));
            return operations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address, with these ids for the names in the path and "x1" for all others. */
    String at(Map<String, String> ids) {
        String address = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            address = address.replace(id.getKey(), id.getValue());
        }
        return "/engine-rest" + address.replaceAll("\\{[^}]+}", "x1");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
