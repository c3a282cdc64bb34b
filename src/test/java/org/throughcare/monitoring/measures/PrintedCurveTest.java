package org.throughcare.monitoring.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The curve of retention on paper, measured in millimetres: 150 for a year, 48 for everybody. */
class PrintedCurveTest {

    private static Answer answer(String id, Answer.Line... rows) {
        return new Answer(
                id,
                Group.OUTCOMES,
                id,
                id,
                "select 1",
                id,
                Instant.EPOCH,
                List.of(),
                List.of(),
                false,
                List.of(),
                Stream.of(rows).toList());
    }

    private static Answer.Line day(int day, double kept, double low, double high) {
        return new Answer.Line(
                Map.of("day", new Answer.Code(String.valueOf(day), day + " days")),
                Map.of("kept", kept, "low", low, "high", high, "benchmark", 0.66, "atRisk", 20));
    }

    @Test
    void eachStairGoesFromOneKnownDayToTheNext() {
        PrintedCurve curve = PrintedCurve.of(
                        answer("retention", day(0, 1, 1, 1), day(73, 0.75, 0.5, 0.875), day(365, 0.5, 0.25, 0.75)))
                .orElseThrow();

        assertThat(curve.stairs())
                .containsExactly(
                        new PrintedCurve.Stair(0, 30, 0, 0, 0, 0), new PrintedCurve.Stair(30, 120, 12, 12, 6, 18));
        assertThat(curve.benchmark()).isEqualTo(new PrintedCurve.Mark(16.32, "66 %"));
        assertThat(curve.across())
                .contains(new PrintedCurve.Mark(0, "Release"), new PrintedCurve.Mark(150, "12 months"));
        assertThat(curve.down())
                .containsExactly(
                        new PrintedCurve.Mark(0, "100 %"),
                        new PrintedCurve.Mark(24, "50 %"),
                        new PrintedCurve.Mark(48, "0 %"));
    }

    @Test
    void whereFewAreFollowedAndForOtherMeasuresThereIsNone() {
        assertThat(PrintedCurve.of(answer("retention"))).isEmpty();
        assertThat(PrintedCurve.of(answer("endings", day(0, 1, 1, 1)))).isEmpty();
    }
}
