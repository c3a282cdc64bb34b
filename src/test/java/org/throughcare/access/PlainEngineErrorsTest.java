package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the engine's interface says about a failure, as a person reads it. */
class PlainEngineErrorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot submit task form 1: ENGINE-03005 Execution of 'INSERT VariableInstanceEntity[2]' failed."
                        + " Entity was updated by another transaction concurrently.",
                "Cannot complete task 1: OptimisticLockingException",
                "Cannot complete task 1: ERROR: deadlock detected"
            })
    void whatTwoDidAtTheSameMomentIsAConflict(String message) throws IOException {
        MockHttpServletResponse answer = answer(500, message);

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("at the same moment").doesNotContain("ENGINE", "Entity");
    }

    @Test
    void anErrorOfItsOwnStaysOneAndTellsNothingFromInside() throws IOException {
        MockHttpServletResponse answer = answer(500, "ENGINE-03004 Exception while executing Database Operation");

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentAsString()).doesNotContain("ENGINE-03004", "Database");
    }

    private static MockHttpServletResponse answer(int status, String message) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        PlainEngineErrors errors = new PlainEngineErrors(
                new MockHttpServletRequest("POST", "/engine-rest/task/1/submit-form"),
                response,
                JSON,
                new Problems(JSON),
                () -> false);
        errors.setStatus(status);
        errors.getOutputStream().write(JSON.writeValueAsBytes(Map.of("type", "RestException", "message", message)));
        errors.finish();
        return response;
    }
}
