package org.throughcare.messages;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.throughcare.access.StaffGroups;
import org.throughcare.sites.Sites;
import org.throughcare.time.WorkingCalendar;

/**
 * Turns what happened, and what is due, into messages, as each person chose. Her daily digest is written in the morning
 * of her site; on a day without news there is none. What is over by then, and cases that she may not read, are left out.
 */
@Component
class NoticeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDesk.class);
    private static final int MOST_LINES = 40;

    private final Notices notices;
    private final NotificationChoices choices;
    private final DigestDays days;
    private final OpenWork work;
    private final Readers readers;
    private final Outbox outbox;
    private final Sites sites;
    private final WorkingCalendar calendar;
    private final MessageSettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    NoticeDesk(
            Notices notices,
            NotificationChoices choices,
            DigestDays days,
            OpenWork work,
            Readers readers,
            Outbox outbox,
            Sites sites,
            WorkingCalendar calendar,
            MessageSettings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.notices = notices;
        this.choices = choices;
        this.days = days;
        this.work = work;
        this.readers = readers;
        this.outbox = outbox;
        this.sites = sites;
        this.calendar = calendar;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Writes what people want to know at once, and the digests whose time has come. */
    void look() {
        choices.impatient().forEach(userId -> inOneTransaction(userId, this::tellAtOnce));
        sites.ids().stream().filter(this::isMorningDue).forEach(this::writeDigestsOf);
    }

    private boolean isMorningDue(String site) {
        LocalDate today = calendar.today(site);
        return isMorning(site) && !days.isDone("site:" + site, today);
    }

    private boolean isMorning(String site) {
        return !clock.instant().isBefore(calendar.at(site, calendar.today(site), settings.digestAt()));
    }

    /** Each person's digest is a transaction of its own; the site is done when all of them are. */
    private void writeDigestsOf(String site) {
        LocalDate today = calendar.today(site);
        boolean all = true;
        for (String userId : peopleOf(site)) {
            all &= inOneTransaction(userId, person -> writeDigest(person, site, today));
        }
        if (all) {
            inOneTransaction("site:" + site, whose -> days.done(whose, today));
        }
    }

    private Set<String> peopleOf(String site) {
        return StaffGroups.SITE_ROLES.stream()
                .flatMap(role -> readers.membersOf(StaffGroups.of(role, site)).stream())
                .filter(userId -> readers.siteOf(userId).filter(site::equals).isPresent())
                .collect(toCollection(TreeSet::new));
    }

    private boolean inOneTransaction(String whose, Consumer<String> writing) {
        try {
            transactions.executeWithoutResult(transaction -> writing.accept(whose));
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "No message could be written for {} now: {}.",
                    whose,
                    e.getClass().getName());
            return false;
        }
    }

    private void writeDigest(String userId, String site, LocalDate today) {
        if (!days.done("user:" + userId, today)) {
            return;
        }
        Map<News, How> chosen = choices.of(userId);
        List<Notices.Notice> news = take(userId, kinds(chosen, How.digest, How.off));
        news.removeIf(notice -> chosen.get(notice.news()) == How.off);
        List<OpenWork.Item> tasks = work.assignedTo(userId);
        List<Line> lines = happened(news, tasks);
        if (chosen.get(News.taskOverdue) == How.digest) {
            overdue(tasks).forEach(task -> lines.add(line(News.taskOverdue, task)));
        }
        if (chosen.get(News.taskDueTomorrow) == How.digest) {
            dueOn(tasks, site, today.plusDays(1)).forEach(task -> lines.add(line(News.taskDueTomorrow, task)));
        }
        put(Template.digest, userId, lines);
    }

    private void tellAtOnce(String userId) {
        Map<News, How> chosen = choices.of(userId);
        List<Notices.Notice> news = take(userId, kinds(chosen, How.atOnce));
        List<OpenWork.Item> tasks = work.assignedTo(userId);
        List<Line> lines = happened(news, tasks);
        if (chosen.get(News.taskOverdue) == How.atOnce) {
            lines.addAll(once(userId, News.taskOverdue, overdue(tasks)));
        }
        String site = readers.siteOf(userId).orElseGet(calendar::anySite);
        if (chosen.get(News.taskDueTomorrow) == How.atOnce && isMorning(site)) {
            lines.addAll(once(
                    userId,
                    News.taskDueTomorrow,
                    dueOn(tasks, site, calendar.today(site).plusDays(1))));
        }
        put(Template.notice, userId, lines);
    }

    private static Set<News> kinds(Map<News, How> chosen, How... ways) {
        Set<How> wanted = Set.of(ways);
        Set<News> kinds = EnumSet.noneOf(News.class);
        chosen.forEach((news, how) -> {
            if (wanted.contains(how)) {
                kinds.add(news);
            }
        });
        return kinds;
    }

    private List<Notices.Notice> take(String userId, Set<News> kinds) {
        List<Notices.Notice> taken = new ArrayList<>(notices.of(userId, kinds));
        if (!notices.take(taken)) {
            throw new IllegalStateException("Another node tells her in this moment.");
        }
        return taken;
    }

    /** What is still so: a task that is done, or that somebody else has by now, is no news. */
    private static List<Line> happened(List<Notices.Notice> news, List<OpenWork.Item> tasks) {
        Map<String, OpenWork.Item> open =
                tasks.stream().collect(toMap(OpenWork.Item::taskId, Function.identity(), (one, other) -> one));
        Set<Line> lines = new LinkedHashSet<>();
        for (Notices.Notice notice : news) {
            if (notice.taskId().isEmpty()) {
                notice.caseNumber().ifPresent(number -> lines.add(Line.aboutCase(notice.news(), number)));
            } else if (open.containsKey(notice.taskId().get())) {
                lines.add(line(notice.news(), open.get(notice.taskId().get())));
            }
        }
        return new ArrayList<>(lines);
    }

    private List<OpenWork.Item> overdue(List<OpenWork.Item> tasks) {
        Instant now = clock.instant();
        return tasks.stream()
                .filter(task -> task.dueAt().filter(due -> due.isBefore(now)).isPresent())
                .toList();
    }

    private List<OpenWork.Item> dueOn(List<OpenWork.Item> tasks, String site, LocalDate day) {
        return tasks.stream()
                .filter(task -> task.dueAt()
                        .filter(due -> calendar.dateAt(site, due).equals(day))
                        .isPresent())
                .toList();
    }

    private List<Line> once(String userId, News news, List<OpenWork.Item> tasks) {
        return tasks.stream()
                .filter(task -> notices.tellOnce(userId, news, task.taskId()))
                .map(task -> line(news, task))
                .toList();
    }

    private static Line line(News news, OpenWork.Item task) {
        return task.caseNumber()
                .map(number -> Line.aboutCase(news, number))
                .orElseGet(() -> Line.aboutTask(news, Optional.empty(), task.taskId()));
    }

    private void put(Template template, String userId, List<Line> lines) {
        Map<String, Boolean> readable = new HashMap<>();
        List<Line> told = lines.stream()
                .filter(line -> line.namedCase().isEmpty()
                        || readable.computeIfAbsent(line.namedCase().get(), number -> readers.mayRead(userId, number)))
                .toList();
        if (told.isEmpty() || readers.addressOf(userId).isEmpty()) {
            return;
        }
        int shown = Math.min(told.size(), MOST_LINES);
        outbox.put(new NewMessage(template, Recipient.user(userId), told.subList(0, shown), told.size() - shown));
    }
}
