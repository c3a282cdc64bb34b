package org.throughcare.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Answers as the rehearsal gives them, for tests that fill in forms from outside. */
public final class PlausibleForm {

    private static final String WORDS = "As agreed with her.";

    private PlausibleForm() {}

    /**
     * Fills in a form.
     *
     * @param shown what the form shows, by field key
     * @param refused choices that were refused before, by field key
     */
    public static Map<String, Object> answers(
            String taskId,
            JsonNode form,
            Map<String, Object> shown,
            Map<String, Set<Object>> refused,
            Random random,
            LocalDate today) {
        return new PlausibleAnswers(Map.of(), WORDS, shown, refused, random, today).to(taskId, form);
    }
}
