package org.throughcare.engine;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who comes second is told so in words, wherever in the product's own interface it happens. */
class ConflictAdviceTest {

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new SomebodyIsQuicker())
            .setControllerAdvice(new ConflictAdvice())
            .build();

    @Test
    void inTheEngine() throws Exception {
        isTold("/in-the-engine");
    }

    @Test
    void inTheRecord() throws Exception {
        isTold("/in-the-record");
    }

    @Test
    void whereBothMakeTheSame() throws Exception {
        isTold("/made-twice");
    }

    private void isTold(String path) throws Exception {
        web.perform(post(path).accept(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail", Matchers.startsWith("Somebody else changed this at the same moment.")));
    }

    @RestController
    static class SomebodyIsQuicker {

        @PostMapping("/in-the-engine")
        void engine() {
            throw new OptimisticLockingException("ENGINE-03005");
        }

        @PostMapping("/in-the-record")
        void row() {
            throw new CannotAcquireLockException("deadlock detected");
        }

        @PostMapping("/made-twice")
        void same() {
            throw new DuplicateKeyException("duplicate key value");
        }
    }
}
