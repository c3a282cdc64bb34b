package org.throughcare.monitoring.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughcare.monitoring.measures.SmallEstate.NORTH;
import static org.throughcare.monitoring.measures.SmallEstate.SOUTH;
import static org.throughcare.monitoring.measures.SmallEstate.at;
import static org.throughcare.monitoring.measures.SmallEstate.everything;
import static org.throughcare.monitoring.measures.SmallEstate.hiding;
import static org.throughcare.monitoring.measures.SmallEstate.told;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Sessions, limits and the work ahead, counted by hand. */
class SupervisionMeasuresTest {

    private final SmallEstate estate = new SmallEstate();
    private final SupervisionMeasures measures = new SupervisionMeasures();

    private void session(String site, String planned, String outcome) {
        estate.row(
                "supervision_session",
                Map.of(
                        "user_id",
                        "cora",
                        "site",
                        site,
                        "planned_at",
                        at(planned),
                        "outcome",
                        outcome,
                        "recorded_by",
                        "x",
                        "recorded_at",
                        at(planned)));
    }

    @Test
    void sessionsOfTheLastYearBySite() {
        session("north", "2025-01-12T13:00:00Z", "held");
        session("north", "2025-01-12T13:00:01Z", "held");
        session("north", "2025-12-01T09:00:00Z", "held");
        session("north", "2026-01-12T09:00:00Z", "missed");
        session("south", "2025-12-01T09:00:00Z", "missed");
        Measure sessions = measures.sessions(estate.sql);

        assertThat(told(sessions, everything())).containsExactly("north: 3 2 0.667", "south: 1 0 0.0");
        assertThat(told(sessions, at(SOUTH))).containsExactly("south: 1 0 0.0");
    }

    @Test
    void whoIsAtALimitIsNotOverIt() {
        Measure caseloads = Mockito.mock(Measure.class);
        Mockito.when(caseloads.definition()).thenReturn(new SmallDefinition("caseloads").definition());
        Mockito.when(caseloads.rows(Mockito.any()))
                .thenReturn(List.of(
                        load("atLimit", 5, 5, 15, 15, 40, 40),
                        load("overInCustody", 6, 5, 0, 15, 6, 40),
                        load("overInYear", 0, 5, 0, 15, 41, 40),
                        load("gone", 3, null, 0, null, 3, null)));
        assertThat(measures.overLimit(caseloads).rows(everything()))
                .extracting(row -> row.of().get("caseManager"))
                .containsExactly("overInCustody", "overInYear");
    }

    private static Row load(String who, Integer... numbers) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> keys = List.of("custody", "custodyMax", "community", "communityMax", "year", "yearMax");
        Arrays.asList(numbers).forEach(number -> values.put(keys.get(values.size()), number));
        return new Row(Map.of("caseManager", who), values);
    }

    private record SmallDefinition(String id) {
        Definition definition() {
            return new Definition(id, Group.OVERVIEW, id, id, "select 1", id, List.of(), List.of(), true);
        }
    }

    @Test
    void workAheadIsWhatFallsDueAndWhatATimerBegins() {
        String woman = estate.woman(NORTH, "followUp", Map.of());
        String process = estate.process(woman);
        estate.task(process, "2026-01-11T23:59:00Z", "caseManager.north");
        estate.task(process, "2026-01-12T00:00:00Z", "caseManager.north");
        estate.task(process, "2026-01-18T23:59:00Z", "caseManager.north", "socialWorker.north");
        estate.task(process, "2026-01-19T00:00:00Z", "caseManager.north");
        estate.task(process, "2026-04-06T00:00:00Z", "caseManager.north");
        timer(process, "timer-intermediate-transition", "2026-01-20T09:00:00Z");
        timer(process, "timer-transition", "2026-01-20T09:00:00Z");
        Measure ahead = measures.workloadAhead(estate.sql);

        assertThat(told(ahead, everything()))
                .containsExactly(
                        "w01 caseManager: 2 0",
                        "w01 socialWorker: 1 0",
                        "w02 caseManager: 1 0",
                        "w02 communityWorker: 0 1");
        assertThat(ahead.cases(everything(), Map.of("week", "w02", "role", "communityWorker"), "begins"))
                .containsExactly(woman);
        assertThat(told(ahead, hiding(woman))).isEmpty();
        assertThat(told(ahead, at(SOUTH))).isEmpty();
    }

    private void timer(String process, String kind, String due) {
        estate.row(
                "act_ru_job",
                Map.of(
                        "id_",
                        kind,
                        "type_",
                        "timer",
                        "process_instance_id_",
                        process,
                        "process_def_key_",
                        "followUp",
                        "handler_type_",
                        kind,
                        "duedate_",
                        at(due).toLocalDateTime()));
    }
}
