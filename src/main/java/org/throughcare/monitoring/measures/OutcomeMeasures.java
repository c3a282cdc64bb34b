package org.throughcare.monitoring.measures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.monitoring.measures.ReleasedWomen.Release;
import org.throughcare.sites.Site;

/** What came of the work: releases and referrals, by site, track, lynch-pin need and period. */
@Configuration(proxyBeanMethods = false)
class OutcomeMeasures {

    /** The share kept in post-release case management by the Syracuse programme (study 000). */
    private static final double BENCHMARK = 0.66;

    private static final int YEAR = 365;

    private static final String SHARE = "share";

    /** How follow-up ends because she is no longer reached or wants no more of it. */
    private static final Set<String> LEFT = Set.of("lostContact", "declinedSupport");

    /** Providers that few women were referred to, together. */
    static final String OTHERS = "others";

    private static final String PERIOD = " The period is that of the release, in days of the site from which she left.";

    @Bean("measure.retention")
    Measure retention(ReleasedWomen released) {
        return outcome(
                "retention",
                "Kept in contact after release",
                "The share of released women who are still in post-release contact after so many days, as a survival"
                        + " curve (Kaplan and Meier) with its 95 % band (Greenwood, log-log). A woman leaves when her"
                        + " follow-up is closed because contact was lost or because she wants no more support. Until"
                        + " then she counts as kept, also while a search for her goes on. One whose follow-up goes on,"
                        + " was completed after a year, or ended by return to custody, death, deportation, a move to"
                        + " another area or for another reason counts as long as she was followed and no longer. Days"
                        + " with fewer than five women still followed are not shown." + PERIOD,
                MeasureSql.shown(ReleasedWomen.SQL),
                "domain.md rules 12 to 14; benchmark of study 000 (Syracuse): 66 %",
                List.of(Dimension.of("day", "Days since release")),
                List.of(
                        new Value("kept", "Kept", SHARE),
                        new Value("low", "At least", SHARE),
                        new Value("high", "At most", SHARE),
                        new Value("benchmark", "Syracuse", SHARE),
                        new Value("atRisk", "Women followed so long", "women")),
                scope -> curve(released.of(scope), scope.now()),
                List.of("The Syracuse programme kept 66 % in post-release case management (study 000)."));
    }

    private static List<Row> curve(List<Release> releases, Instant now) {
        KaplanMeier curve = new KaplanMeier(
                releases.stream().map(release -> seen(release, now)).toList());
        return IntStream.concat(
                        IntStream.of(0, 30, 91, 182, YEAR), IntStream.iterate(7, day -> day < YEAR, day -> day + 7))
                .sorted()
                .distinct()
                .filter(day -> curve.atRisk(day) >= SmallGroups.FEWEST)
                .mapToObj(day -> row(curve, day))
                .toList();
    }

    private static KaplanMeier.Seen seen(Release release, Instant now) {
        double days = release.daysTo(release.endedAt() == null ? now : release.endedAt());
        boolean left = release.endedAt() != null && LEFT.contains(release.endedAs()) && days <= YEAR;
        return new KaplanMeier.Seen(Math.min(Math.max(days, 0), YEAR), left);
    }

    private static Row row(KaplanMeier curve, int day) {
        KaplanMeier.Step step = curve.at(day);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kept", rounded(step.kept()));
        values.put("low", rounded(step.low()));
        values.put("high", rounded(step.high()));
        values.put("benchmark", BENCHMARK);
        values.put("atRisk", curve.atRisk(day));
        return new Row(Map.of("day", String.valueOf(day)), values);
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }

    @Bean("measure.contacts")
    Measure contacts(MeasureSql sql, ReleasedWomen released) {
        String question =
                """
                select c.case_number, c.due_at, c.made_at, c.outcome from contact c
                where c.due_at is not null and c.due_at <= :now and c.outcome <> 'cancelled'
                  and c.case_number in (:numbers)""";
        return outcome(
                "contacts",
                "Contacts due and made",
                "Contacts of the follow-up that fell due, by the month in which they did, and those of them that she"
                        + " kept, for women released in the period. A contact that was called off because her case ended"
                        + " does not count. A month with fewer than five women is hidden, and how many were kept where"
                        + " fewer than five women kept or missed one." + PERIOD,
                MeasureSql.shown(question) + "\n\n-- :numbers are the cases of\n" + ReleasedWomen.SQL,
                "domain.md rules 12 and 13; table contactSchedule",
                List.of(Dimension.of("month", "Month")),
                List.of(new Value("due", "Due", "contacts"), new Value("made", "Kept", "contacts")),
                scope -> contacts(sql, scope, question, released.of(scope)),
                List.of());
    }

    private record Due(String caseNumber, String month, boolean kept) {}

    private static List<Row> contacts(MeasureSql sql, Scope scope, String question, List<Release> releases) {
        Map<String, ZoneId> zones = releases.stream()
                .collect(Collectors.toMap(
                        Release::caseNumber, release -> release.site().zone(), (one, other) -> other));
        List<Due> due = new ArrayList<>();
        for (List<String> numbers : inParts(List.copyOf(zones.keySet()))) {
            due.addAll(sql.ask(scope, question)
                    .param("numbers", numbers)
                    .query((row, number) -> new Due(
                            row.getString("case_number"),
                            YearMonth.from(ReleasedWomen.moment(row, "due_at")
                                            .atZone(zones.get(row.getString("case_number"))))
                                    .toString(),
                            "kept".equals(row.getString("outcome"))))
                    .list());
        }
        return byMonth(due);
    }

    private static List<Row> byMonth(List<Due> due) {
        List<Row> rows = new ArrayList<>();
        new TreeMap<>(due.stream().collect(Collectors.groupingBy(Due::month))).forEach((month, ofMonth) -> {
            boolean few = SmallGroups.isSmall(women(ofMonth));
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("due", few ? SmallGroups.HIDDEN : (Object) ofMonth.size());
            values.put("made", few ? null : kept(ofMonth));
            rows.add(new Row(Map.of("month", month), values));
        });
        return rows;
    }

    /** Hidden where few women kept one, and where few missed one, which it would tell beside those that were due. */
    private static Object kept(List<Due> due) {
        List<Due> kept = due.stream().filter(Due::kept).toList();
        List<Due> missed = due.stream().filter(one -> !one.kept()).toList();
        return SmallGroups.isSmall(women(kept)) || SmallGroups.isSmall(women(missed))
                ? SmallGroups.HIDDEN
                : (Object) kept.size();
    }

    private static long women(List<Due> due) {
        return due.stream().map(Due::caseNumber).distinct().count();
    }

    private static List<List<String>> inParts(List<String> numbers) {
        int part = 1_000;
        return IntStream.iterate(0, from -> from < numbers.size(), from -> from + part)
                .mapToObj(from -> numbers.subList(from, Math.min(numbers.size(), from + part)))
                .toList();
    }

    @Bean("measure.firstContact")
    Measure firstContact(ReleasedWomen released) {
        return distribution(
                "firstContact",
                "From release to first contact",
                "Released women by the time from release to the first contact that she kept, whoever made it. Within the"
                        + " first day: 24 hours." + PERIOD,
                "domain.md rules 11 and 12",
                new Dimension("band", "First contact", List.of("day1", "days2to3", "days4to7", "later", "none")),
                released,
                OutcomeMeasures::band);
    }

    private static String band(Release release) {
        if (release.firstContact() == null) {
            return "none";
        }
        double days = release.daysTo(release.firstContact());
        return days <= 1 ? "day1" : days <= 3 ? "days2to3" : days <= 7 ? "days4to7" : "later";
    }

    @Bean("measure.metAtGate")
    Measure metAtGate(ReleasedWomen released) {
        Dimension met = new Dimension("answer", "Met", List.of("yes", "no", "notSaid"));
        return outcome(
                "metAtGate",
                "Met at the gate",
                "Released women by whether somebody met her at the gate as agreed, and the share of those about whom that"
                        + " was noted. Not asked for: no meeting was agreed, or nobody noted one." + PERIOD,
                MeasureSql.shown(ReleasedWomen.SQL),
                "domain.md rules 8 and 11; the four questions of study 004",
                List.of(met),
                List.of(OverviewMeasures.WOMEN, new Value(SHARE, "Share of those noted", SHARE)),
                scope -> withShareOfNoted(parts(
                        met,
                        released.of(scope),
                        release -> release.metAtGate() == null ? "notSaid" : release.metAtGate() ? "yes" : "no")),
                List.of());
    }

    /** Nothing where either number is hidden, which the share would tell. */
    private static List<Row> withShareOfNoted(List<Row> rows) {
        List<Object> noted = rows.stream()
                .filter(row -> !"notSaid".equals(row.of().get("answer")))
                .map(row -> row.values().get("women"))
                .toList();
        int all = noted.stream().allMatch(Integer.class::isInstance)
                ? noted.stream().mapToInt(Integer.class::cast).sum()
                : 0;
        return rows.stream()
                .map(row -> {
                    Map<String, Object> values = new LinkedHashMap<>(row.values());
                    values.put(
                            SHARE,
                            all == 0 || "notSaid".equals(row.of().get("answer"))
                                    ? null
                                    : (Object) rounded((Integer) row.values().get("women") / (double) all));
                    return new Row(row.of(), values);
                })
                .toList();
    }

    @Bean("measure.endings")
    Measure endings(ReleasedWomen released) {
        return distribution(
                "endings",
                "How follow-up ended",
                "Released women by how the year after this release ended, or that it goes on." + PERIOD,
                "domain.md rule 14",
                new Dimension(
                        "reason",
                        "Ended",
                        List.of(
                                "goesOn",
                                "yearCompleted",
                                "lostContact",
                                "declinedSupport",
                                "movedAway",
                                "returnedToCustody",
                                "died",
                                "deported")),
                released,
                release -> release.endedAt() == null ? "goesOn" : release.endedAs());
    }

    @Bean("measure.dayOne")
    Measure dayOne(ReleasedWomen released) {
        Map<String, Function<Release, Boolean>> parts = new LinkedHashMap<>();
        parts.put("papers", Release::papers);
        parts.put("medicines", Release::medicines);
        parts.put("safePlace", Release::safePlace);
        parts.put("appointment", Release::appointment);
        return outcome(
                "dayOne",
                "On day one",
                "Of the women about whom it was noted on the day of release: how many had identity papers in their hands,"
                        + " the medicines they need (or need none), a safe place for the night, and a first"
                        + " appointment." + PERIOD,
                MeasureSql.shown(ReleasedWomen.SQL),
                "domain.md rule 11; NICE NG57 for medicines",
                List.of(new Dimension("what", "What", List.copyOf(parts.keySet()))),
                List.of(new Value("ready", "Had it", "women"), new Value("of", "Of", "women")),
                scope -> {
                    List<Release> releases = released.of(scope);
                    return parts.entrySet().stream()
                            .map(part -> had(part.getKey(), releases, part.getValue()))
                            .toList();
                },
                List.of());
    }

    private static Row had(String what, List<Release> releases, Function<Release, Boolean> answer) {
        long of = releases.stream()
                .filter(release -> answer.apply(release) != null)
                .count();
        long ready = releases.stream()
                .filter(release -> Boolean.TRUE.equals(answer.apply(release)))
                .count();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ready", SmallGroups.part(ready, of));
        values.put("of", SmallGroups.shown(of));
        return new Row(Map.of("what", what), values);
    }

    @Bean("measure.returns")
    Measure returns(ReleasedWomen released) {
        return outcome(
                "returns",
                "Returns to custody",
                "Released women who came back into custody while they were followed, by the month of the return at the"
                        + " site from which they had left." + PERIOD,
                MeasureSql.shown(ReleasedWomen.SQL),
                "domain.md rule 14",
                List.of(Dimension.of("month", "Month")),
                List.of(OverviewMeasures.WOMEN),
                scope -> SmallGroups.partsOfWhole(
                        counted(
                                "month",
                                released.of(scope).stream()
                                        .filter(release -> "returnedToCustody".equals(release.endedAs()))
                                        .collect(Collectors.groupingBy(
                                                release -> YearMonth.from(
                                                                release.endedAt()
                                                                        .atZone(
                                                                                release.site()
                                                                                        .zone()))
                                                        .toString(),
                                                TreeMap::new,
                                                Collectors.counting()))),
                        "women",
                        List.of()),
                List.of());
    }

    @Bean("measure.referralsByProvider")
    Measure referralsByProvider(MeasureSql sql, LynchPin lynchPin) {
        String question =
                """
                select a.case_number, a.provider_id, v.site, v.track, a.sent_at, a.answer, a.answered_at,
                  case when a.answer = 'accepted' then k.kept_at end kept_at
                from referral_attempt a join visible v on v.case_number = a.case_number
                left join referral_kept k on k.referral_id = a.referral_id
                where a.sent_at is not null""";
        return outcome(
                "referralsByProvider",
                "Referrals by provider",
                "Referrals that were sent to each trusted provider in the period: how many it answered, how many it"
                        + " accepted, how many women kept the first appointment, and the median of the days from sending"
                        + " to the answer and to that appointment. A referral counts where the woman is now. Providers"
                        + " with fewer than five women each are counted together.",
                MeasureSql.shown(question),
                "domain.md rule 10",
                List.of(Dimension.of("provider", "Provider")),
                List.of(
                        new Value("sent", "Sent", "number"),
                        new Value("answered", "Answered", "number"),
                        new Value("accepted", "Accepted", "number"),
                        new Value("firstKept", "First appointment kept", "number"),
                        new Value("medianDaysToAnswer", "Days to the answer", "days"),
                        new Value("medianDaysToKept", "Days to the appointment", "days")),
                scope -> providers(withNeed(sent(sql, scope, question), scope, lynchPin)),
                List.of());
    }

    private record Sent(
            String caseNumber, String provider, Instant sentAt, String answer, Instant answeredAt, Instant keptAt) {

        static double days(Instant from, Instant to) {
            return Duration.between(from, to).toSeconds() / 86_400.0;
        }
    }

    private static List<Sent> sent(MeasureSql sql, Scope scope, String question) {
        Map<String, Site> sites = scope.sites().stream().collect(Collectors.toMap(Site::id, Function.identity()));
        List<Sent> sent = new ArrayList<>();
        sql.ask(scope, question).query(row -> {
            Instant at = ReleasedWomen.moment(row, "sent_at");
            LocalDate day =
                    LocalDate.ofInstant(at, sites.get(row.getString("site")).zone());
            boolean within = scope.from().filter(day::isBefore).isEmpty()
                    && scope.to().filter(day::isAfter).isEmpty();
            String track = row.getString("track");
            if (within && scope.track().filter(asked -> !asked.equals(track)).isEmpty()) {
                sent.add(new Sent(
                        row.getString("case_number"),
                        row.getString("provider_id"),
                        at,
                        row.getString("answer"),
                        ReleasedWomen.moment(row, "answered_at"),
                        ReleasedWomen.moment(row, "kept_at")));
            }
        });
        return sent;
    }

    private static List<Sent> withNeed(List<Sent> sent, Scope scope, LynchPin lynchPin) {
        return scope.need()
                .map(need -> lynchPin.with(need, sent, Sent::caseNumber))
                .orElse(sent);
    }

    /** A line for each provider that enough women were referred to, and one for all others together. */
    private static List<Row> providers(List<Sent> sent) {
        Map<String, List<Sent>> byProvider =
                sent.stream().collect(Collectors.groupingBy(Sent::provider, TreeMap::new, Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        List<Sent> others = new ArrayList<>();
        byProvider.forEach((provider, ofProvider) -> {
            if (isFew(ofProvider)) {
                others.addAll(ofProvider);
            } else {
                rows.add(provider(provider, ofProvider));
            }
        });
        if (!others.isEmpty()) {
            rows.add(provider(OTHERS, others));
        }
        return rows;
    }

    private static boolean isFew(List<Sent> sent) {
        return SmallGroups.isSmall(
                sent.stream().map(Sent::caseNumber).distinct().count());
    }

    private static Row provider(String id, List<Sent> sent) {
        boolean few = isFew(sent);
        List<Sent> answered =
                sent.stream().filter(one -> one.answeredAt() != null).toList();
        List<Sent> kept = sent.stream().filter(one -> one.keptAt() != null).toList();
        long accepted =
                sent.stream().filter(one -> "accepted".equals(one.answer())).count();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("sent", few ? SmallGroups.HIDDEN : (Object) sent.size());
        values.put("answered", few ? null : SmallGroups.part(answered.size(), sent.size()));
        values.put("accepted", few ? null : SmallGroups.part(accepted, sent.size()));
        values.put("firstKept", few ? null : SmallGroups.part(kept.size(), sent.size()));
        values.put(
                "medianDaysToAnswer",
                few
                        ? null
                        : median(answered.stream()
                                .mapToDouble(one -> Sent.days(one.sentAt(), one.answeredAt()))
                                .toArray()));
        values.put(
                "medianDaysToKept",
                few
                        ? null
                        : median(kept.stream()
                                .mapToDouble(one -> Sent.days(one.sentAt(), one.keptAt()))
                                .toArray()));
        return new Row(Map.of("provider", id), values);
    }

    /** The middle of at least five, to a tenth; null of fewer. */
    private static Double median(double[] days) {
        if (days.length < SmallGroups.FEWEST) {
            return null;
        }
        Arrays.sort(days);
        double middle = (days[(days.length - 1) / 2] + days[days.length / 2]) / 2;
        return Math.round(middle * 10) / 10.0;
    }

    private static Measure distribution(
            String id,
            String title,
            String words,
            String source,
            Dimension dimension,
            ReleasedWomen released,
            Function<Release, String> code) {
        return outcome(
                id,
                title,
                words,
                MeasureSql.shown(ReleasedWomen.SQL),
                source,
                List.of(dimension),
                List.of(OverviewMeasures.WOMEN),
                scope -> parts(dimension, released.of(scope), code),
                List.of());
    }

    private static List<Row> parts(Dimension dimension, List<Release> releases, Function<Release, String> code) {
        Map<String, Long> women = new LinkedHashMap<>();
        dimension.codes().forEach(known -> women.put(known, 0L));
        releases.forEach(release -> women.merge(code.apply(release), 1L, Long::sum));
        return SmallGroups.partsOfWhole(counted(dimension.key(), women), "women", List.of());
    }

    private static List<Row> counted(String dimension, Map<String, Long> women) {
        return women.entrySet().stream()
                .map(entry -> new Row(
                        Map.of(dimension, entry.getKey()),
                        Map.of("women", entry.getValue().intValue())))
                .toList();
    }

    private static Measure outcome(
            String id,
            String title,
            String words,
            String sql,
            String source,
            List<Dimension> dimensions,
            List<Value> values,
            Function<Scope, List<Row>> rows,
            List<String> remarks) {
        return new OutcomeMeasure(
                new Definition(id, Group.OUTCOMES, title, words, sql, source, dimensions, values, false),
                rows,
                remarks);
    }
}
