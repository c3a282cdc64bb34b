package org.throughcare.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughcare.WebTest;

class TasklistScriptTest extends WebTest {

    @Test
    void tasklistClosesItsButtonForComplaintsAndNotForWhatWasLookedAt() {
        Answer script = get(null, "/camunda/app/tasklist/" + TasklistScript.SCRIPT);
        assertThat(script.status()).isEqualTo(200);
        assertThat(script.text()).contains(TasklistScript.CORRECTED).doesNotContain(TasklistScript.FAULT);
    }

    @Test
    void whatElseTasklistNeedsIsServedAsBefore() {
        assertThat(get(null, "/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(get(null, "/camunda/app/tasklist/scripts/config.js").status())
                .isEqualTo(200);
        assertThat(get(null, "/camunda/app/tasklist/nothing.js").status()).isEqualTo(404);
    }
}
