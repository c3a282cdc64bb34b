package org.throughcare.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** Two people at one task in Tasklist: the second is told in a plain sentence. */
class TwoAtOneTaskIT extends BrowserTest {

    @Test
    void whoCompletesSecondReadsThatItIsDone() {
        String caseNumber = aWoman().admitted();
        start("admission", caseNumber);
        runJobs();
        Task task = task(caseNumber, "UserTask_MeetOnArrival");
        taskService.setAssignee(task.getId(), users.in("receptionOfficer.north"));
        TasklistPage tasklist = tasklist(chromium.open("Europe/London"), "receptionOfficer.north");
        tasklist.open(task.getId());
        tasklist.field("interpreterNeeded").locator("input").last().check();

        submit(caseNumber, "UserTask_MeetOnArrival", Map.of("interpreterNeeded", "no"));
        tasklist.complete();

        Page page = tasklist.page();
        page.locator(".page-notifications .alert:visible")
                .filter(new Locator.FilterOptions().setHasText("Somebody has finished this task already."))
                .first()
                .waitFor();
        tasklist.pictureOfAll(Path.of("target/screenshots/second-at-a-task.png"));
        assertThat(tasklist.complaint()).doesNotContain("500 http").doesNotContain("Exception");
    }
}
