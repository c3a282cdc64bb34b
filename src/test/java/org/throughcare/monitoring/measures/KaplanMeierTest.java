package org.throughcare.monitoring.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The curve against published examples: remission of leukaemia with 6-mercaptopurine and with a placebo (Freireich and
 * others, Blood 21, 1963), as worked through in Kleinbaum and Klein, Survival Analysis, chapters 1 and 2.
 */
class KaplanMeierTest {

    private static KaplanMeier treated() {
        Stream<KaplanMeier.Seen> relapsed =
                DoubleStream.of(6, 6, 6, 7, 10, 13, 16, 22, 23).mapToObj(week -> new KaplanMeier.Seen(week, true));
        Stream<KaplanMeier.Seen> seenSoLong = DoubleStream.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
                .mapToObj(week -> new KaplanMeier.Seen(week, false));
        return new KaplanMeier(Stream.concat(relapsed, seenSoLong).toList());
    }

    private static void holds(KaplanMeier curve, double time, int atRisk, double kept, double low, double high) {
        assertThat(curve.atRisk(time)).as("at risk at %s", time).isEqualTo(atRisk);
        assertThat(curve.at(time).kept()).as("kept at %s", time).isCloseTo(kept, within(0.00006));
        assertThat(curve.at(time).low()).as("low at %s", time).isCloseTo(low, within(0.00006));
        assertThat(curve.at(time).high()).as("high at %s", time).isCloseTo(high, within(0.00006));
    }

    @Test
    void remissionWithTheMedicine() {
        KaplanMeier curve = treated();
        holds(curve, 6, 21, 0.8571, 0.6197, 0.9516);
        holds(curve, 7, 17, 0.8067, 0.5631, 0.9228);
        holds(curve, 10, 15, 0.7529, 0.5032, 0.8894);
        holds(curve, 13, 12, 0.6902, 0.4316, 0.8491);
        holds(curve, 16, 11, 0.6275, 0.3675, 0.8049);
        holds(curve, 22, 7, 0.5378, 0.2678, 0.7468);
        holds(curve, 23, 6, 0.4482, 0.1881, 0.6801);
    }

    @Test
    void betweenTwoRelapsesNothingChanges() {
        assertThat(treated().at(21).kept()).isEqualTo(treated().at(16).kept());
        assertThat(treated().at(35).kept()).isEqualTo(treated().at(23).kept());
        assertThat(treated().at(5)).isEqualTo(new KaplanMeier.Step(0, 1, 1, 1));
    }

    /** Without anybody who was seen for a shorter time it is the plain share. */
    @Test
    void remissionWithThePlacebo() {
        KaplanMeier curve =
                new KaplanMeier(DoubleStream.of(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)
                        .mapToObj(week -> new KaplanMeier.Seen(week, true))
                        .toList());
        List.of(1, 2, 3, 4, 5, 8, 11, 12, 15, 17, 22)
                .forEach(week ->
                        assertThat(curve.at(week).kept()).isCloseTo((curve.atRisk(week + 0.5)) / 21.0, within(1e-12)));
        assertThat(curve.at(8).kept()).isCloseTo(0.3810, within(0.00006));
        assertThat(curve.at(23)).isEqualTo(new KaplanMeier.Step(23, 0, 0, 0));
    }
}
