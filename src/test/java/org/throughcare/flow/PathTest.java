package org.throughcare.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughcare.flow.Models.Way;
import org.throughcare.flow.Path.Visit;

/** The ways that a case took, found from the elements that it reached. */
class PathTest {

    private static final Instant NOON = Instant.parse("2026-01-12T12:00:00Z");

    @Test
    void ofTwoWaysThatLeaveAGatewayOneWasTaken() {
        Set<Way> model =
                Set.of(way("start", "ask"), way("ask", "yes"), way("ask", "no"), way("yes", "end"), way("no", "end"));

        assertThat(Path.taken(
                        List.of(
                                visit("start", 0, 0),
                                visit("ask", 0, 0, 1),
                                visit("yes", 0, 9, 2),
                                visit("end", 9, 9, 3)),
                        model))
                .containsExactly("ask-yes", "start-ask", "yes-end");
    }

    @Test
    void aLoopIsReachedByTheWayBack() {
        Set<Way> model = Set.of(way("start", "try"), way("try", "again"), way("again", "try"), way("again", "end"));

        assertThat(Path.taken(
                        List.of(
                                visit("start", 0, 0, 1),
                                visit("try", 0, 3, 2),
                                visit("again", 3, 3, 3),
                                visit("try", 3, 5, 4),
                                visit("again", 5, 5, 5)),
                        model))
                .containsExactly("again-try", "start-try", "try-again");
    }

    @Test
    void aJoinIsReachedByAllOfItsWays() {
        Set<Way> model = Set.of(
                way("fork", "left"),
                way("fork", "right"),
                way("left", "join"),
                way("right", "join"),
                way("join", "end"));

        assertThat(Path.taken(
                        List.of(
                                visit("fork", 0, 0, 1),
                                visit("left", 0, 4, 2),
                                visit("right", 0, 4, 2),
                                visit("join", 4, 6, 3),
                                visit("join", 4, 6, 3),
                                visit("end", 6, 6, 4)),
                        model))
                .containsExactly("fork-left", "fork-right", "join-end", "left-join", "right-join");
    }

    @Test
    void fromWhereACaseWasTakenAwayNoWayLeads() {
        Set<Way> model = Set.of(way("work", "end"), way("late", "end"));

        assertThat(Path.taken(
                        List.of(
                                new Visit("work", at(0), at(5), true, 1),
                                visit("late", 5, 5, 2),
                                visit("end", 5, 5, 3)),
                        model))
                .containsExactly("late-end");
    }

    private static Way way(String from, String to) {
        return new Way(from + "-" + to, from, to);
    }

    private static Visit visit(String element, int from, int to) {
        return visit(element, from, to, 0);
    }

    private static Visit visit(String element, int from, int to, long sequence) {
        return new Visit(element, at(from), at(to), false, sequence);
    }

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }
}
