package org.throughcare.journey.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.ProcessTest;

class TaskFiltersTest extends ProcessTest {

    @Autowired
    private TaskFilters taskFilters;

    @Autowired
    private TaskCards cards;

    @Autowired
    private FilterService filters;

    @BeforeEach
    void filtersOfTheDay() {
        taskFilters.refresh();
    }

    @AfterEach
    void nobody() {
        identityService.clearAuthentication();
    }

    @Test
    void theFiltersAreThereOnceHoweverOftenTheyAreWritten() {
        taskFilters.refresh();
        taskFilters.refresh();

        assertThat(filters.createTaskFilterQuery().list())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder(
                        "My team's tasks", "My tasks", "Urgent", "Overdue", "Due this week", "Release within 12 weeks");
    }

    @Test
    void eachPersonSeesTheTasksOfHerGroupsCounted() {
        atReception(aWoman().at("north").admitted());
        atReception(aWoman().at("south").admitted());
        Task first = anyTaskAt("north");
        String group = groupsOf(first).get(0);

        actAs("somebody", group);
        long hers = counts().get("My team's tasks");
        assertThat(hers).isPositive();
        assertThat(counts().get("My tasks")).isZero();

        taskService.claim(first.getId(), "somebody");
        assertThat(counts()).containsEntry("My tasks", 1L).containsEntry("My team's tasks", hers);

        actAs("stranger", "caseOfficer.nowhere");
        assertThat(counts().values()).containsOnly(0L);
    }

    @Test
    void aTaskIsUrgentByItsPriorityAndOverdueWhenItsDayHasPassed() {
        atReception(aWoman().at("north").admitted());
        Task task = anyTaskAt("north");
        task.setPriority(70);
        task.setDueDate(java.util.Date.from(clock.instant().plus(Duration.ofDays(2))));
        taskService.saveTask(task);
        List<String> groups = groupsOf(task);
        List<Task> others = taskService.createTaskQuery().list().stream()
                .filter(other -> !other.getId().equals(task.getId()))
                .toList();
        others.forEach(other -> taskService.setPriority(other.getId(), 50));

        actAs("somebody", groups.get(0));
        assertThat(counts()).containsEntry("Urgent", 1L);
        assertThat(idsIn("Overdue")).doesNotContain(task.getId());
        assertThat(idsIn("Due this week")).contains(task.getId());

        clock.freezeAt(clock.instant().plus(Duration.ofDays(3)));
        assertThat(idsIn("Overdue")).contains(task.getId());
        assertThat(idsIn("Due this week")).doesNotContain(task.getId());
    }

    @Test
    void releaseWithinTwelveWeeksMovesOnWithTheDays() {
        LocalDate today = LocalDate.of(2026, 1, 12);
        atReception(aWoman().at("north").releasedOn(today.plusWeeks(12)).admitted());
        atReception(
                aWoman().at("north").releasedOn(today.plusWeeks(12).plusDays(1)).admitted());
        atReception(aWoman().at("north").onRemand().admitted());
        String group = groupsOf(anyTaskAt("north")).get(0);

        actAs("somebody", group);
        assertThat(casesIn("Release within 12 weeks")).hasSize(1);

        clock.freezeAt(clock.instant().plus(Duration.ofDays(1)));
        taskFilters.refreshOnANewDay();
        assertThat(casesIn("Release within 12 weeks")).hasSize(2);
    }

    @Test
    void theCardTellsTheStaffOfHerSiteWhoSheIsAndNobodyElse() {
        String caseNumber = aWoman().named("Aroha Card").at("north").admitted();
        atReception(caseNumber);
        Task task = anyTaskAt("north");
        String group = groupsOf(task).get(0);

        assertThat(cards.of(List.of(task.getId()))).isEmpty();

        actAs("somebody", group);
        assertThat(cards.of(List.of(task.getId(), "no-such-task")))
                .containsOnlyKeys(task.getId())
                .extractingByKey(task.getId())
                .satisfies(card -> {
                    assertThat(card.womanName()).isEqualTo("Aroha Card");
                    assertThat(card.caseNumber()).isEqualTo(caseNumber);
                    assertThat(card.today()).isEqualTo("2026-01-12");
                });

        actAs("elsewhere", group.replace(".north", ".south"));
        assertThat(cards.of(List.of(task.getId()))).isEmpty();
    }

    @Test
    void flagsAreSaidInWords() {
        assertThat(TaskCard.Badge.of(new org.throughcare.casefile.Flag(
                        1, "N", "noSafeAddress", "urgent", "socialWorker", null, null, "open", null, null, null)))
                .isEqualTo(new TaskCard.Badge("No safe address", "urgent"));
    }

    private void atReception(String caseNumber) {
        runtimeService
                .createProcessInstanceByKey("admission")
                .businessKey(caseNumber)
                .setVariables(codesOf(caseNumber))
                .startBeforeActivity("UserTask_AllocateCell")
                .execute();
    }

    private Map<String, Object> codesOf(String caseNumber) {
        Map<String, Object> codes = new HashMap<>();
        codes.put("caseNumber", caseNumber);
        codes.put("site", cases.get(caseNumber).site());
        codes.put(
                "releaseDate",
                cases.get(caseNumber)
                        .releaseDateIfKnown()
                        .map(LocalDate::toString)
                        .orElse(null));
        return codes;
    }

    private Task anyTaskAt(String site) {
        return taskService
                .createTaskQuery()
                .processVariableValueEquals("site", site)
                .list()
                .get(0);
    }

    private Map<String, Long> counts() {
        return filters.createTaskFilterQuery().list().stream()
                .collect(Collectors.toMap(Filter::getName, filter -> filters.count(filter.getId())));
    }

    private List<String> idsIn(String filter) {
        return tasksIn(filter).stream().map(Task::getId).toList();
    }

    private List<String> casesIn(String filter) {
        return tasksIn(filter).stream()
                .map(Task::getProcessInstanceId)
                .distinct()
                .toList();
    }

    private List<Task> tasksIn(String name) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        return filters.list(filter.getId());
    }
}
