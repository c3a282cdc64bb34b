package org.throughcare.decisions.workbench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Map;

/** Writes a row of results with the outputs that are empty: that nothing comes out is an answer. */
class WithNulls extends JsonSerializer<Map<String, Object>> {

    @Override
    public void serialize(Map<String, Object> row, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Object> output : row.entrySet()) {
            json.writeFieldName(output.getKey());
            provider.defaultSerializeValue(output.getValue(), json);
        }
        json.writeEndObject();
    }
}
