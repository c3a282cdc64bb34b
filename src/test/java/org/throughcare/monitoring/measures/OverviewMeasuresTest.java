package org.throughcare.monitoring.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.monitoring.measures.SmallEstate.NORTH;
import static org.throughcare.monitoring.measures.SmallEstate.SOUTH;
import static org.throughcare.monitoring.measures.SmallEstate.TODAY;
import static org.throughcare.monitoring.measures.SmallEstate.at;
import static org.throughcare.monitoring.measures.SmallEstate.everything;
import static org.throughcare.monitoring.measures.SmallEstate.hiding;
import static org.throughcare.monitoring.measures.SmallEstate.told;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.throughcare.caseload.Caseload;
import org.throughcare.caseload.StaffMember;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.sites.Sites;

/** Each measure of the overview on women who can be counted by hand. */
class OverviewMeasuresTest {

    private final SmallEstate estate = new SmallEstate();
    private final OverviewMeasures measures = new OverviewMeasures();

    @Test
    void womenByPhaseAreTheOpenCasesOfHerSitesWithoutHiddenOnes() {
        estate.woman(NORTH, "admission", Map.of("track", "remand"));
        estate.woman(NORTH, "admission", Map.of("track", "remand"));
        String followed = estate.woman(NORTH, "followUp", Map.of("track", "full"));
        estate.woman(NORTH, "followUp", Map.of("track", "full", "status", "closed"));
        String fresh = estate.woman(SOUTH, "admission", Map.of());
        Measure women = measures.womenByPhase(estate.sql);

        assertThat(told(women, everything()))
                .containsExactly("admission remand: 2", "admission undecided: 1", "followUp full: 1");
        assertThat(told(women, at(NORTH))).containsExactly("admission remand: 2", "followUp full: 1");
        assertThat(told(women, hiding(followed))).containsExactly("admission remand: 2", "admission undecided: 1");
        assertThat(women.cases(everything(), Map.of("phase", "admission", "track", "undecided"), "women"))
                .containsExactly(fresh);
        assertThat(women.cases(everything(), Map.of("phase", "admission"), "women"))
                .hasSize(3);
        assertThat(women.cases(hiding(followed), Map.of("phase", "followUp"), "women"))
                .isEmpty();
        assertThat(told(measures.womenBySite(estate.sql), everything())).containsExactly("north: 3", "south: 1");
    }

    private static LocalDate inDays(int days) {
        return TODAY.plusDays(days);
    }

    private String leaving(LocalDate day) {
        return estate.woman(NORTH, "caseManagement", Map.of("release_date", day));
    }

    private static String row(Measure measure, Scope scope, String within) {
        return told(measure, scope).stream()
                .filter(line -> line.startsWith(within))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void releasesAreCountedFromTodayOnAtHerSite() {
        leaving(inDays(-1));
        String today = leaving(inDays(0));
        String last = leaving(inDays(42));
        leaving(inDays(43));
        leaving(inDays(84));
        leaving(inDays(168));
        leaving(inDays(169));
        estate.woman(NORTH, "caseManagement", Map.of());
        estate.woman(NORTH, "followUp", Map.of("release_date", inDays(1), "released_at", at("2026-01-11T10:00:00Z")));
        String aheadOfUs = estate.woman(SOUTH, "caseManagement", Map.of("release_date", inDays(43)));
        estate.woman(SOUTH, "caseManagement", Map.of("release_date", inDays(0)));
        Measure releases = measures.releases(estate.sql);

        assertThat(releases.cases(everything(), Map.of("within", "w6"), "women"))
                .as("in the south it is tomorrow already")
                .containsExactly(today, last, aheadOfUs);
        assertThat(row(releases, at(NORTH), "w12")).startsWith("w12: 4 ");
        assertThat(row(releases, at(NORTH), "w24")).startsWith("w24: 5 ");
    }

    @Test
    void whatNobodySaidIsNotReady() {
        String ready = leaving(inDays(10));
        estate.ready(ready, "plan", "papers", "housing", "handover");
        estate.consent(ready, "releasePlan", "given", null);
        estate.referral(ready, "booked", "harbourHouse");
        String half = leaving(inDays(10));
        estate.ready(half, "plan", "first_meeting");
        estate.consent(half, "releasePlan", "given", null);
        estate.consent(half, "releasePlan", "withdrawn", null);
        String silent = leaving(inDays(10));
        estate.consent(silent, "releasePlan", "given", inDays(-1));
        estate.referral(silent, "sent", "harbourHouse");
        Measure releases = measures.releases(estate.sql);

        assertThat(row(releases, everything(), "w6")).isEqualTo("w6: 3 2 1 1 1 1 2 1 2 2 2 2 1");
        assertThat(releases.cases(everything(), Map.of("within", "w6"), "noHousing"))
                .containsExactly(half, silent);
        assertThat(row(releases, hiding(half), "w6")).isEqualTo("w6: 2 1 1 1 1 1 1 1 1 1 1 1 1");
        assertThat(new CaseLines(estate.sql, labels())
                        .of(everything(), List.of(silent, ready)).stream()
                                .map(line -> line.ready().housing() + " "
                                        + line.ready().consent() + " "
                                        + line.ready().appointment()))
                .containsExactly("null false false", "true true true");
    }

    private static Labels labels() {
        return new Labels(new Sites(List.of(NORTH, SOUTH)), null);
    }

    @Test
    void flagsAreLateFromTheirDeadlineOn() {
        String woman = estate.woman(NORTH, "admission", Map.of());
        estate.flag(woman, "urgent", "open", "2026-01-12T12:59:59Z");
        estate.flag(woman, "urgent", "escalated", "2026-01-12T13:00:00Z");
        estate.flag(woman, "urgent", "carePlan", "2026-01-11T13:00:00Z");
        estate.flag(woman, "urgent", "closed", "2026-01-11T13:00:00Z");
        String other = estate.woman(SOUTH, "admission", Map.of());
        estate.flag(other, "immediate", "open", "2026-01-12T12:00:00Z");
        Measure flags = measures.openFlags(estate.sql);

        assertThat(told(flags, everything())).containsExactly("immediate: 1 1 0", "urgent: 2 1 1", "priority: 0 0 0");
        assertThat(told(flags, hiding(other))).containsExactly("immediate: 0 0 0", "urgent: 2 1 1", "priority: 0 0 0");
        assertThat(flags.cases(everything(), Map.of("severity", "urgent"), "open"))
                .containsExactly(woman);
    }

    @Test
    void tasksCountForEachRoleThatMayTakeThem() {
        String woman = estate.woman(NORTH, "admission", Map.of());
        String process = estate.process(woman);
        estate.task(process, "2026-01-12T12:59:00Z", "healthcare.north", "mentalHealth.north");
        estate.task(process, "2026-01-12T13:00:00Z", "healthcare.north");
        String other = estate.woman(SOUTH, "admission", Map.of());
        estate.task(estate.process(other), "2026-01-01T13:00:00Z", "healthcare.south");
        Measure tasks = measures.overdueTasks(estate.sql);

        assertThat(told(tasks, everything()))
                .containsExactly("healthcare north: 2 1", "healthcare south: 1 1", "mentalHealth north: 1 1");
        assertThat(told(tasks, at(SOUTH))).containsExactly("healthcare south: 1 1");
        assertThat(told(tasks, hiding(woman))).containsExactly("healthcare south: 1 1");
        assertThat(tasks.cases(everything(), Map.of("role", "healthcare"), "overdue"))
                .containsExactly(woman, other);
    }

    @Test
    void womenWithoutACaseManagerAreFoundByPhase() {
        String unassigned = estate.woman(NORTH, "admission", Map.of());
        estate.woman(NORTH, "admission", Map.of("case_manager", "cora"));
        estate.woman(NORTH, "admission", Map.of("status", "closed"));
        Measure measure = measures.unassigned(estate.sql);

        assertThat(told(measure, everything())).contains("admission: 1", "followUp: 0");
        assertThat(measure.cases(everything(), Map.of("phase", "admission"), "women"))
                .containsExactly(unassigned);
    }

    @Test
    void aFailedStepCountsOnceWhereItFailed() {
        String woman = estate.woman(NORTH, "handover", Map.of());
        estate.row("act_re_procdef", Map.of("id_", "handover:1", "key_", "handover", "version_", 1));
        String process = estate.process(woman);
        Map<String, Object> incident = Map.of(
                "rev_", 1,
                "id_", "one",
                "incident_timestamp_", at("2026-01-12T08:00:00Z").toLocalDateTime(),
                "incident_type_", "failedJob",
                "proc_inst_id_", process,
                "proc_def_id_", "handover:1",
                "cause_incident_id_", "one");
        estate.row("act_ru_incident", incident);
        Map<String, Object> told = new HashMap<>(incident);
        told.put("id_", "told to the journey");
        estate.row("act_ru_incident", told);
        Measure incidents = measures.incidents(estate.sql);

        assertThat(told(incidents, everything())).containsExactly("handover: 1");
        assertThat(told(incidents, at(SOUTH))).isEmpty();
        assertThat(incidents.cases(everything(), Map.of(), "incidents")).containsExactly(woman);
    }

    @Test
    void aCaseloadIsWhatSheHasNowAndHadWithinAYear() {
        String now = estate.woman(NORTH, "assessment", Map.of("case_manager", "cora"));
        estate.woman(SOUTH, "followUp", Map.of("case_manager", "cora", "released_at", at("2025-12-01T10:00:00Z")));
        String ended = estate.woman(
                NORTH,
                "followUp",
                Map.of("case_manager", "cora", "status", "closed", "closed_at", at("2025-01-12T13:00:00Z")));
        estate.woman(
                NORTH,
                "followUp",
                Map.of("case_manager", "cora", "status", "closed", "closed_at", at("2025-01-12T12:59:59Z")));
        String handedOn = estate.woman(NORTH, "assessment", Map.of("case_manager", "dora"));
        assigned(handedOn, "cora", "2024-01-01T09:00:00Z", "2025-06-01T09:00:00Z");
        assigned(now, "cora", "2024-01-01T09:00:00Z", null);
        var staff = Mockito.mock(StaffMembers.class);
        Mockito.when(staff.active("caseManager"))
                .thenReturn(List.of(
                        new StaffMember("cora", "caseManager", "north", "Cora", true, "full", true),
                        new StaffMember("nora", "caseManager", "north", "Nora", true, "full", true)));
        Measure caseloads = new Caseloads(estate.sql, staff, Mockito.mock(Caseload.class));

        assertThat(told(caseloads, everything()))
                .containsExactly(
                        "cora: 1 null 1 null 4 null", "dora: 1 null 0 null 1 null", "nora: 0 null 0 null 0 null");
        assertThat(told(caseloads, at(NORTH))).contains("cora: 1 null 0 null 3 null");
        assertThat(caseloads.cases(at(NORTH), Map.of("caseManager", "cora"), "year"))
                .containsExactly(now, ended, handedOn);
    }

    private void assigned(String caseNumber, String userId, String from, String to) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "case_number",
                caseNumber,
                "user_id",
                userId,
                "over_limit",
                false,
                "reason",
                "x",
                "assigned_by",
                "x",
                "assigned_at",
                at(from)));
        row.put("ended_at", to == null ? null : at(to));
        estate.row("caseload_assignment", row);
    }
}
