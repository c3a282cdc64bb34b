package org.throughcare.casepage;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.access.InformationKind;
import org.throughcare.access.StaffGroups;
import org.throughcare.casefile.Contact;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.JournalEntry;
import org.throughcare.journey.followup.SafeContactRule;
import org.throughcare.journey.tasks.OpenTask;
import org.throughcare.journey.tasks.OpenTasks;

/** What is going on: open tasks, contacts due and made, how to reach her safely, how her release date moved. */
@Configuration(proxyBeanMethods = false)
class WorkSections {

    /** An open task. Who may not open it and may read none of its answers learns for whom it is, and not what it is. */
    record TaskLine(
            String id,
            String name,
            String service,
            List<String> roles,
            String person,
            Instant dueAt,
            boolean overdue) {}

    /** Contacts with the newest first, and how many were kept of those that were due. */
    record ContactLines(int kept, int missed, Instant next, boolean overdue, List<ContactLine> items) {}

    /** One contact; what was said is about her health and safety. */
    record ContactLine(
            String kind, String channel, Instant dueAt, Instant madeAt, String outcome, String note, String by) {}

    /** How her release date moved. */
    record DateMoved(Instant at, String from, String to, String reason, String by) {}

    @Bean
    CaseSection tasksOfCase(OpenTasks tasks, Answers answers, StaffNames names, Clock clock) {
        return new Section("tasks", CaseReader::isStaff, reader -> tasks.of(reader.caseNumber()).stream()
                .map(task -> line(task, reader, answers, names, clock.instant()))
                .sorted(Comparator.comparing(task -> task.id() == null))
                .toList());
    }

    private static TaskLine line(OpenTask task, CaseReader reader, Answers answers, StaffNames names, Instant now) {
        boolean hers = isFor(task, reader);
        boolean told = hers || tells(task, reader, answers);
        return new TaskLine(
                hers ? task.id() : null,
                told ? task.name() : null,
                told ? task.service() : null,
                task.groups().stream().map(WorkSections::role).sorted().toList(),
                Optional.ofNullable(task.assignee()).map(names::of).orElse(null),
                task.dueAt(),
                task.dueAt() != null && task.dueAt().isBefore(now));
    }

    private static boolean isFor(OpenTask task, CaseReader reader) {
        return reader.person().userId().equals(task.assignee())
                || task.groups().stream().anyMatch(reader.person()::in)
                || reader.person().has(StaffGroups.SUPERVISOR, reader.file().site());
    }

    private static boolean tells(OpenTask task, CaseReader reader, Answers answers) {
        return task.form() != null
                && (task.service() == null || SharingSections.showsService(reader, task.service()))
                && answers.keysOf(task.form()).stream().anyMatch(reader.view()::showsFact);
    }

    private static String role(String group) {
        return group.startsWith(StaffGroups.PROVIDER_PREFIX) ? "provider" : group.split("\\.")[0];
    }

    @Bean
    CaseSection contactsOfCase(Contacts contacts, StaffNames names, Clock clock) {
        return Section.ofPlan("contacts", reader -> {
            List<Contact> all = contacts.of(reader.caseNumber()).stream()
                    .filter(contact -> !"cancelled".equals(contact.outcome()))
                    .sorted(Comparator.comparing(WorkSections::moment).reversed())
                    .toList();
            Optional<Instant> next = all.stream()
                    .filter(contact -> contact.madeAt() == null)
                    .map(Contact::dueAt)
                    .min(Comparator.naturalOrder());
            return new ContactLines(
                    count(all, "kept"),
                    count(all, "missed"),
                    next.orElse(null),
                    next.filter(clock.instant()::isAfter).isPresent(),
                    all.stream().map(contact -> line(contact, reader, names)).toList());
        });
    }

    private static Instant moment(Contact contact) {
        return contact.madeAt() == null ? contact.dueAt() : contact.madeAt();
    }

    private static int count(List<Contact> all, String outcome) {
        return (int) all.stream()
                .filter(contact -> outcome.equals(contact.outcome()))
                .count();
    }

    private static ContactLine line(Contact contact, CaseReader reader, StaffNames names) {
        return new ContactLine(
                contact.kind(),
                contact.channel(),
                contact.dueAt(),
                contact.madeAt(),
                contact.outcome(),
                reader.view().showsFact("contactNote") ? contact.note() : null,
                contact.madeAt() == null || !reader.isStaff() ? null : names.of(contact.notedBy()));
    }

    /** How she may be reached, and who may not know (domain rule 16). */
    @Bean
    CaseSection safeContactOfCase(SafeContactRule rule) {
        return new Section(
                "safeContact",
                reader -> reader.view().showsFact(rule.key()) && reader.view().shows(InformationKind.SAFETY),
                reader -> rule.of(reader.caseNumber()));
    }

    @Bean
    CaseSection releaseDateChangesOfCase(Journal journal, StaffNames names) {
        return Section.ofPlan(
                "releaseDateChanges", reader -> journal.of(reader.caseNumber(), List.of("releaseDateChanged")).stream()
                        .map(entry -> moved(entry, names))
                        .toList());
    }

    private static DateMoved moved(JournalEntry entry, StaffNames names) {
        return new DateMoved(
                entry.at(),
                date(entry.details().get("from")),
                date(entry.details().get("to")),
                String.valueOf(entry.details().get("reason")),
                names.of(entry.by()));
    }

    private static String date(Object written) {
        return written == null || "null".equals(written) || "unknown".equals(written) ? null : written.toString();
    }
}
