package org.throughcare.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughcare.EmptyRecord;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;
import org.throughcare.time.Calendars;

/** Each person is told of what she chose, as she chose; by default once in the morning of her site. */
class DigestTest {

    private static final String MERE = "caseManager.north";
    private static final String ANA = "caseManager.south";
    private static final String CASE = "NORTH-2026-7";
    private static final Sites SITES = new Sites(List.of(
            new Site("north", "NORTH", "North", ZoneId.of("Europe/London"), "GB"),
            new Site("south", "SOUTH", "South", ZoneId.of("Pacific/Auckland"), "NZ")));

    @TempDir
    Path folder;

    private final Map<String, List<OpenWork.Item>> work = new HashMap<>();
    private String acting = "throughcare";
    private MessagesOfTest messages;
    private Notices notices;
    private NotificationChoices choices;
    private NoticeDesk desk;

    @BeforeEach
    void twoSites() {
        messages = new MessagesOfTest(EmptyRecord.make(), folder, Duration.ofSeconds(20));
        messages.people.sites.put(MERE, "north");
        messages.people.sites.put(ANA, "south");
        messages.people.groups.put("caseManager.north", Set.of(MERE));
        messages.people.groups.put("caseManager.south", Set.of(ANA));
        notices = new Notices(messages.jdbc, () -> acting, messages.time);
        choices = new NotificationChoices(messages.jdbc);
        desk = anotherNode();
    }

    private NoticeDesk anotherNode() {
        return new NoticeDesk(
                notices,
                choices,
                new DigestDays(messages.jdbc),
                user -> work.getOrDefault(user, List.of()),
                messages.people,
                messages.outbox,
                SITES,
                Calendars.of(SITES, messages.time),
                messages.settings,
                messages.transactions,
                messages.time);
    }

    @Test
    void whatHappenedSinceYesterdayIsToldTogetherAtSevenAndNotAgain() {
        at("2026-01-12T09:00:00Z");
        desk.look();
        assertThat(written()).as("nothing happened yet").isEmpty();
        assigned(MERE, CASE, "t1", null);
        notices.ofHerCase(MERE, News.urgentFlagRaised, CASE);
        notices.ofHerCase(MERE, News.releaseDateMoved, CASE);

        at("2026-01-13T06:59:00Z");
        desk.look();
        assertThat(written()).as("it is not seven yet").isEmpty();
        at("2026-01-13T07:00:00Z");
        desk.look();
        desk.look();
        anotherNode().look();

        assertThat(written()).containsExactly("digest " + MERE);
        assertThat(lines()).containsExactly("taskAssigned", "urgentFlagRaised", "releaseDateMoved");
        at("2026-01-14T07:00:00Z");
        desk.look();
        assertThat(written()).as("no news, no digest").hasSize(1);
    }

    @Test
    void whatIsDueTomorrowOrOverdueIsToldByTheDaysOfHerSite() {
        // 13 January 11:30 in Auckland is still 12 January in London
        give(ANA, "t1", Optional.of("SOUTH-2026-1"), Instant.parse("2026-01-13T22:30:00Z"));
        give(ANA, "t2", Optional.of("SOUTH-2026-2"), Instant.parse("2026-01-12T11:30:00Z"));
        give(ANA, "t3", Optional.of("SOUTH-2026-3"), Instant.parse("2026-01-15T22:30:00Z"));

        at("2026-01-12T18:05:00Z");
        desk.look();

        assertThat(written()).containsExactly("digest " + ANA);
        assertThat(lines()).containsExactly("taskOverdue", "taskDueTomorrow");
    }

    @Test
    void theDigestComesAtSevenOfHerSiteAlsoWhenTheClocksChange() {
        assertThat(digests("2026-03-27T12:00:00Z", Duration.ofDays(3)))
                .as("London goes to summer time on 29 March")
                .contains(
                        "2026-03-28T07:00:00Z " + MERE, "2026-03-29T06:00:00Z " + MERE, "2026-03-30T06:00:00Z " + MERE)
                .contains("2026-03-27T18:00:00Z " + ANA, "2026-03-28T18:00:00Z " + ANA, "2026-03-29T18:00:00Z " + ANA)
                .hasSize(6);
        assertThat(digests("2026-04-03T12:00:00Z", Duration.ofDays(3)))
                .as("Auckland leaves summer time on 5 April")
                .contains("2026-04-03T18:00:00Z " + ANA, "2026-04-04T19:00:00Z " + ANA, "2026-04-05T19:00:00Z " + ANA)
                .hasSize(6);
        assertThat(digests("2026-10-23T12:00:00Z", Duration.ofDays(3)))
                .as("London leaves summer time on 25 October")
                .contains(
                        "2026-10-24T06:00:00Z " + MERE, "2026-10-25T07:00:00Z " + MERE, "2026-10-26T07:00:00Z " + MERE)
                .hasSize(6);
    }

    @Test
    void aMonthThatPassesInAMomentBringsOneDigest() {
        at("2026-01-12T09:00:00Z");
        assigned(MERE, CASE, "t1", null);
        desk.look();
        assigned(MERE, CASE, "t2", null);

        at("2026-02-12T09:00:00Z");
        desk.look();
        desk.look();

        assertThat(written()).containsExactly("digest " + MERE, "digest " + MERE);
    }

    @Test
    void whatSheChoseOffIsNotSent() {
        choices.choose(MERE, Map.of(News.taskAssigned, How.off, News.taskOverdue, How.off));
        give(MERE, "t0", Optional.of(CASE), Instant.parse("2026-01-01T00:00:00Z"));
        assigned(MERE, CASE, "t1", null);

        at("2026-01-13T07:00:00Z");
        desk.look();

        assertThat(written()).isEmpty();
    }

    @Test
    void whatSheChoseAtOnceIsSentAtOnceAndOnce() {
        choices.choose(MERE, Map.of(News.taskAssigned, How.atOnce, News.taskOverdue, How.atOnce));
        at("2026-01-12T15:00:00Z");
        desk.look();
        assigned(MERE, CASE, "t1", Instant.parse("2026-01-12T16:00:00Z"));
        notices.ofHerCase(MERE, News.urgentFlagRaised, CASE);

        desk.look();
        assertThat(written()).containsExactly("notice " + MERE);
        assertThat(lines()).containsExactly("taskAssigned");
        at("2026-01-12T16:00:01Z");
        desk.look();
        desk.look();
        assertThat(lines()).containsExactly("taskAssigned", "taskOverdue");
        at("2026-01-13T07:00:00Z");
        desk.look();

        assertThat(written()).containsExactly("notice " + MERE, "notice " + MERE, "digest " + MERE);
        assertThat(lines()).containsExactly("taskAssigned", "taskOverdue", "urgentFlagRaised");
    }

    @Test
    void dueTomorrowAtOnceComesInTheMorningAndNotAtMidnight() {
        choices.choose(MERE, Map.of(News.taskDueTomorrow, How.atOnce));
        give(MERE, "t1", Optional.of(CASE), Instant.parse("2026-01-14T12:00:00Z"));

        at("2026-01-13T00:10:00Z");
        desk.look();
        assertThat(written()).isEmpty();
        at("2026-01-13T07:00:00Z");
        desk.look();

        assertThat(lines()).containsExactly("taskDueTomorrow");
    }

    @Test
    void aTaskThatIsDoneOrGivenToSomebodyElseIsNoNews() {
        assigned(MERE, CASE, "t1", null);
        work.clear();

        at("2026-01-13T07:00:00Z");
        desk.look();

        assertThat(written()).isEmpty();
    }

    @Test
    void nobodyIsToldOfWhatSheDidHerself() {
        acting = MERE;
        assigned(MERE, CASE, "t1", null);

        at("2026-01-13T07:00:00Z");
        desk.look();

        assertThat(written()).isEmpty();
    }

    @Test
    void nobodyIsToldOfACaseThatSheMayNotRead() {
        assigned(MERE, CASE, "t1", null);
        assigned(MERE, "NORTH-2026-8", "t2", null);
        messages.people.unreadable.add(MERE + " " + CASE);

        at("2026-01-13T07:00:00Z");
        desk.look();

        assertThat(messages.jdbc
                        .sql("select reference from message_line")
                        .query(String.class)
                        .list())
                .containsExactly("NORTH-2026-8");
    }

    @Test
    void moreThanAPersonReadsIsCountedAndNotListed() {
        for (int number = 0; number < 55; number++) {
            assigned(MERE, "NORTH-2026-" + number, "t" + number, null);
        }

        at("2026-01-13T07:00:00Z");
        desk.look();

        assertThat(lines()).hasSize(40);
        assertThat(messages.jdbc
                        .sql("select more from message")
                        .query(Integer.class)
                        .single())
                .isEqualTo(15);
    }

    @Test
    void whoHasNoAddressGetsNothingAndNothingPilesUp() {
        messages.people.addresses.put(MERE, "");
        assigned(MERE, CASE, "t1", null);

        at("2026-01-13T07:00:00Z");
        desk.look();

        assertThat(written()).isEmpty();
        assertThat(messages.jdbc
                        .sql("select count(*) from notice")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Every digest of that time, with something new for everybody each quarter of an hour. */
    private List<String> digests(String from, Duration span) {
        messages.jdbc.sql("delete from message").update();
        messages.jdbc.sql("delete from digest_day").update();
        at(from);
        desk.look();
        messages.jdbc.sql("delete from message").update();
        List<String> digests = new ArrayList<>();
        Instant end = Instant.parse(from).plus(span);
        for (int quarter = 0; messages.time.instant().isBefore(end); quarter++) {
            notices.ofHerCase(MERE, News.urgentFlagRaised, CASE);
            notices.ofHerCase(ANA, News.urgentFlagRaised, CASE);
            desk.look();
            messages.jdbc
                    .sql("select user_id from message order by user_id")
                    .query(String.class)
                    .list()
                    .forEach(user -> digests.add(messages.time.instant() + " " + user));
            messages.jdbc.sql("delete from message").update();
            messages.time.pass(Duration.ofMinutes(15));
        }
        return digests;
    }

    private void at(String moment) {
        messages.time.set(Instant.parse(moment));
    }

    private void assigned(String user, String caseNumber, String task, Instant due) {
        give(user, task, Optional.of(caseNumber), due);
        notices.taskAssigned(user, Optional.of(caseNumber), task);
    }

    private void give(String user, String task, Optional<String> caseNumber, Instant due) {
        work.computeIfAbsent(user, who -> new ArrayList<>())
                .add(new OpenWork.Item(task, caseNumber, Optional.ofNullable(due)));
    }

    private List<String> written() {
        return messages.jdbc
                .sql("select template, user_id from message order by id")
                .query((row, number) -> row.getString(1) + " " + row.getString(2))
                .list();
    }

    private List<String> lines() {
        return messages.jdbc
                .sql("select news from message_line order by message, position")
                .query(String.class)
                .list();
    }
}
