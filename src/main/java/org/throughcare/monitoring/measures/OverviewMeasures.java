package org.throughcare.monitoring.measures;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.casefile.CaseFiles;

/** What is running now. Every open case counts, also in the year after release. */
@Configuration(proxyBeanMethods = false)
class OverviewMeasures {

    static final Dimension PHASE = new Dimension("phase", "Phase", CaseFiles.PHASES);
    static final Dimension TRACK =
            new Dimension("track", "Track", List.of("remand", "veryShort", "short", "full", "undecided"));
    static final Dimension SITE = Dimension.of("site", "Site");
    static final Value WOMEN = new Value("women", "Women", "women");

    @Bean
    Measure womenByPhase(MeasureSql sql) {
        return new CountedCases(
                sql,
                new Definition(
                        "womenByPhase",
                        Group.OVERVIEW,
                        "Women by phase",
                        "Open cases now, each in the phase that her journey has reached and on the track that was decided"
                                + " for her. A case is open from admission until it is closed, a year after release or"
                                + " earlier for a named reason.",
                        "select case_number, phase, track, 1 women from visible where status = 'open'",
                        "domain.md, the journey and its rules; table journeyTrack",
                        List.of(PHASE, TRACK),
                        List.of(WOMEN),
                        true));
    }

    @Bean
    Measure womenBySite(MeasureSql sql) {
        return new CountedCases(
                sql,
                new Definition(
                        "womenBySite",
                        Group.OVERVIEW,
                        "Women by site",
                        "Open cases now, each at the site where the woman is or from which she was released.",
                        "select case_number, site, 1 women from visible where status = 'open'",
                        "domain.md, who and where",
                        List.of(SITE),
                        List.of(WOMEN),
                        true));
    }
}
