package org.throughcare.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.engine.MovableClock;
import org.throughcare.journey.Journeys;
import org.throughcare.journey.urgent.UrgentConcerns;
import org.throughcare.sites.Sites;

/**
 * Makes the demo's sample cases at its first start: at each site one or more women in every phase. They live through
 * their past under the moved clock, by the same forms, tables and timers as everyone; the names are invented.
 */
@Component
@Profile("demo")
@Order(100)
class SampleCases implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCases.class);

    private static final String HALF_A_DAY = "PT12H";
    private static final int EVERY_SITE = -1;
    private static final int FIRST_SITE = 0;
    private static final int SECOND_SITE = 1;

    private static final List<Sample> SAMPLES = List.of(
            new Sample("Aroha Ngata", "sentenced", -15, 200, "closed", FIRST_SITE),
            new Sample("Lena Fischer", "sentenced", -40, -24, "followUp", SECOND_SITE),
            new Sample("Priya Sharma", "sentenced", -30, -9, "followUp", FIRST_SITE),
            new Sample("Gulnara Asanova", "sentenced", -25, 0, "releaseDay", EVERY_SITE),
            new Sample("Mere Tautahi", "sentenced", -25, 24, "handover", EVERY_SITE),
            new Sample("Farida Begum", "sentenced", -25, 80, "caseManagement", FIRST_SITE),
            new Sample("Nadia Haddad", "remand", -18, null, "caseManagement", SECOND_SITE),
            new Sample("Hannah Price", "sentenced", -25, 300, "programmeSequencing", EVERY_SITE),
            new Sample("Rosa Almeida", "sentenced", -20, 420, "assessment", EVERY_SITE),
            new Sample("Kirsty Boyd", "sentenced", -12, 400, "intakePanel", EVERY_SITE),
            new Sample("Chloe Barnes", "sentenced", -6, 12, "caseManagement", FIRST_SITE),
            new Sample("Wiremu Grace Hohaia", "sentenced", -1, 500, "admission", EVERY_SITE));

    /** Told on arrival; so that a table which asks for it has somebody to touch. */
    private static final Set<String> FAR_FROM_HOME = Set.of("Hannah Price", "Rosa Almeida");

    private final Rehearsal rehearsal;
    private final ClockTower tower;
    private final Journeys journeys;
    private final UrgentConcerns concerns;
    private final CaseFiles cases;
    private final Sites sites;
    private final MovableClock clock;

    SampleCases(
            Rehearsal rehearsal,
            ClockTower tower,
            Journeys journeys,
            UrgentConcerns concerns,
            CaseFiles cases,
            Sites sites,
            MovableClock clock) {
        this.rehearsal = rehearsal;
        this.tower = tower;
        this.journeys = journeys;
        this.concerns = concerns;
        this.cases = cases;
        this.sites = sites;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        tower.resume();
        if (cases.allOpen().isEmpty()) {
            tower.whileWorkersRest(this::makeThem);
        }
    }

    private void makeThem() {
        Instant now = clock.instant();
        List<Planned> planned = planned(now);
        Map<String, Planned> made = new LinkedHashMap<>();
        LOG.info("Making {} sample cases …", planned.size());
        for (Planned next : planned) {
            Instant admitted = next.admittedAt(now);
            if (made.isEmpty()) {
                clock.freezeAt(admitted);
            } else {
                rehearsal.liveUntil(admitted, () -> workedOn(made));
            }
            made.put(journeys.register(next.answers(now)), next);
            LOG.info("Sample cases: {} of {}", made.size(), planned.size());
        }
        made.forEach((caseNumber, one) -> worryAbout(caseNumber, one.sample()));
        rehearsal.liveUntil(now, () -> workedOn(made));
        made.forEach((caseNumber, one) -> closeIfShownClosed(caseNumber, one.sample()));
        LOG.info("The sample cases are ready.");
    }

    /** On the way to release a threat has come up, and nobody has answered in time: the supervisor has to step in. */
    private void worryAbout(String caseNumber, Sample sample) {
        if ("caseManagement".equals(sample.shownIn())) {
            concerns.raise(
                    caseNumber,
                    "familyThreat",
                    "urgent",
                    null,
                    HALF_A_DAY,
                    "Somebody from home rang twice and asked when she leaves. She is frightened.");
        }
    }

    private void closeIfShownClosed(String caseNumber, Sample sample) {
        if ("closed".equals(sample.shownIn())) {
            journeys.close(caseNumber, "deported");
        }
    }

    /** Cases that have not yet come to the phase in which the demo shows them. */
    private Map<String, Map<String, Object>> workedOn(Map<String, Planned> made) {
        Map<String, Map<String, Object>> stories = new HashMap<>();
        for (CaseFile file : cases.withNumbers(List.copyOf(made.keySet()))) {
            Planned planned = made.get(file.caseNumber());
            boolean onTheWay = rank(file.phase()) < rank(planned.sample().shownIn());
            if (file.isOpen() && (onTheWay || planned.sample().keepsOn())) {
                stories.put(file.caseNumber(), planned.story());
            }
        }
        return stories;
    }

    private static int rank(String phase) {
        return "closed".equals(phase) ? CaseFiles.PHASES.size() : CaseFiles.PHASES.indexOf(phase);
    }

    private List<Planned> planned(Instant now) {
        List<Planned> planned = new ArrayList<>();
        int number = 0;
        for (String site : sites.ids()) {
            for (Sample sample : SAMPLES) {
                if (sample.at() == EVERY_SITE || sample.at() == sites.ids().indexOf(site)) {
                    planned.add(new Planned(sample, site, number++));
                }
            }
        }
        planned.sort(Comparator.comparing(next -> next.admittedAt(now)));
        return planned;
    }

    /**
     * One woman of the demo.
     *
     * @param admittedInDays days from today to her admission
     * @param releaseInDays days from today to her release; null when it is unknown
     * @param shownIn the phase in which staff find her case
     * @param at which site has such a woman
     */
    private record Sample(
            String name, String legalStatus, int admittedInDays, Integer releaseInDays, String shownIn, int at) {

        /** In follow-up and in preparation for release staff have done what was due until now. */
        boolean keepsOn() {
            return "closed".equals(shownIn) || "followUp".equals(shownIn);
        }
    }

    private record Planned(Sample sample, String site, int number) {

        Instant admittedAt(Instant now) {
            return now.plus(Duration.ofDays(sample.admittedInDays())).minus(Duration.ofMinutes(number));
        }

        /** Two of three have somewhere to go and their papers together; for the others staff still look. */
        Map<String, Object> story() {
            Map<String, Object> story = new HashMap<>();
            if (number % 3 != 0) {
                story.putAll(Map.of("safeAddress", "yes", "statusIdentityPapers", "met", "papersReady", "yes"));
            }
            if (FAR_FROM_HOME.contains(sample.name())) {
                story.put("farFromHome", "yes");
            }
            return story;
        }

        Map<String, Object> answers(Instant now) {
            LocalDate today = now.atZone(java.time.ZoneOffset.UTC).toLocalDate();
            Map<String, Object> answers = new HashMap<>();
            answers.put(
                    "prisonNumber", "%c%04dT%c".formatted('A' + number % 20, 1000 + number * 37, 'A' + number % 26));
            answers.put("womanName", sample.name());
            answers.put(
                    "dateOfBirth",
                    today.minusYears(22 + number % 30).minusDays(40 + number).toString());
            answers.put("site", site);
            answers.put(
                    "admissionDate",
                    today.plusDays(sample.admittedInDays()).minusDays(1).toString());
            answers.put("legalStatus", sample.legalStatus());
            answers.put(
                    "releaseDate",
                    sample.releaseInDays() == null
                            ? null
                            : today.plusDays(sample.releaseInDays()).toString());
            answers.put("homeDistrict", number % 2 == 0 ? "Northtown" : "Southport");
            answers.put("language", number % 5 == 0 ? "Hindi" : "English");
            return answers;
        }
    }
}
