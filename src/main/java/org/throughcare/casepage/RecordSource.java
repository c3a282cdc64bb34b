package org.throughcare.casepage;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.Contact;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Flag;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.Need;
import org.throughcare.casefile.Needs;
import org.throughcare.casefile.Objective;
import org.throughcare.casefile.Objectives;
import org.throughcare.casefile.ProgrammeStep;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.casepage.SubjectAccess.Item;
import org.throughcare.casepage.SubjectAccess.Line;
import org.throughcare.casepage.SubjectAccess.Part;
import org.throughcare.sites.Sites;
import org.throughcare.words.Words;

/** Who she is, what is known now, and her plan. */
@Component
@Order(1)
class RecordSource implements SubjectAccessSource {

    private final Facts facts;
    private final Needs needs;
    private final Objectives objectives;
    private final ProgrammeSteps steps;
    private final Contacts contacts;
    private final UrgentFlags flags;
    private final Journal journal;
    private final HeldLines lines;
    private final StaffRoles roles;
    private final Sites sites;

    RecordSource(
            Facts facts,
            Needs needs,
            Objectives objectives,
            ProgrammeSteps steps,
            Contacts contacts,
            UrgentFlags flags,
            Journal journal,
            HeldLines lines,
            StaffRoles roles,
            Sites sites) {
        this.facts = facts;
        this.needs = needs;
        this.objectives = objectives;
        this.steps = steps;
        this.contacts = contacts;
        this.flags = flags;
        this.journal = journal;
        this.lines = lines;
        this.roles = roles;
        this.sites = sites;
    }

    @Override
    public List<Part> of(CaseFile file) {
        ZoneId zone = sites.get(file.site()).zone();
        String number = file.caseNumber();
        return List.of(
                new Part("person", "Who you are", List.of(new Item(null, null, "Your case", head(file, zone)))),
                new Part("facts", "What is known now", known(number)),
                part("needs", "Your needs", needs.of(number), need -> item(need, zone)),
                part("objectives", "Your objectives", objectives.of(number), objective -> item(objective, zone)),
                part("programmes", "Your programmes", steps.of(number), step -> item(step, zone)),
                part("contacts", "Contacts with you", contacts.of(number), contact -> item(contact, zone)),
                part("urgentFlags", "Urgent concerns", flags.of(number), ofFlags(number, zone)));
    }

    private static <T> Part part(String name, String title, List<T> held, Function<T, Item> item) {
        return new Part(name, title, held.stream().map(item).toList());
    }

    private List<Line> head(CaseFile file, ZoneId zone) {
        return HeldLines.pairs(
                zone,
                "Name",
                file.womanName(),
                "Date of birth",
                file.dateOfBirth(),
                "Prison number",
                file.prisonNumber(),
                "Case number",
                file.caseNumber(),
                "Site",
                sites.get(file.site()).name(),
                "Admitted",
                file.admissionDate(),
                "Legal status",
                file.legalStatus(),
                "Release date",
                file.releaseDate(),
                "Released",
                file.releasedAt(),
                "Home district",
                file.homeDistrict(),
                "Language",
                file.language(),
                "Status of the case",
                file.status(),
                "Phase",
                Words.of("phase", file.phase()),
                "Track",
                file.track() == null ? null : Words.of("track", file.track()),
                "Times in custody in this record",
                file.episode(),
                "Case manager",
                file.caseManagerIfAssigned().map(roles::of).orElse(null),
                "Why the case was closed",
                file.closingReason(),
                "Case opened",
                file.openedAt(),
                "Case closed",
                file.closedAt());
    }

    /** Facts of the case itself, and of each referral, concern or visit by itself. */
    private List<Item> known(String number) {
        List<Item> items = new ArrayList<>();
        for (String scope : facts.scopes(number)) {
            String about = scope.isEmpty() ? "" : Words.spoken(scope.split(":")[0]) + ": ";
            lines.byForm(facts.of(number, scope))
                    .forEach((title, own) ->
                            items.add(new Item(null, null, about + (title.isEmpty() ? "Noted" : title), own)));
        }
        return items;
    }

    private static Item item(Need need, ZoneId zone) {
        return new Item(
                null,
                null,
                Words.of("pathway", need.pathway()),
                HeldLines.pairs(
                        zone,
                        "Level",
                        need.level(),
                        "Status",
                        need.status(),
                        "Side",
                        need.side(),
                        "By",
                        need.targetDate()));
    }

    private static Item item(Objective objective, ZoneId zone) {
        return new Item(
                null,
                null,
                objective.description(),
                HeldLines.pairs(
                        zone,
                        "Area",
                        objective.pathway() == null ? null : Words.of("pathway", objective.pathway()),
                        "Side",
                        objective.side(),
                        "Status",
                        objective.status(),
                        "By",
                        objective.targetDate()));
    }

    private static Item item(ProgrammeStep step, ZoneId zone) {
        return new Item(
                step.startedAt(),
                null,
                Words.spoken(step.activity()),
                HeldLines.pairs(
                        zone,
                        "Step",
                        step.step(),
                        "Kind",
                        Words.of("programmeKind", step.kind()),
                        "After",
                        step.gate(),
                        "Why",
                        step.reason(),
                        "Status",
                        step.status(),
                        "Said about it",
                        step.statusReason(),
                        "Ended",
                        step.endedAt()));
    }

    private Item item(Contact contact, ZoneId zone) {
        return new Item(
                contact.madeAt(),
                roles.of(contact.notedBy()),
                Words.of("contact", contact.kind()),
                HeldLines.pairs(
                        zone,
                        "How",
                        contact.channel(),
                        "Due",
                        contact.dueAt(),
                        "Outcome",
                        contact.outcome(),
                        "Note",
                        contact.note()));
    }

    /** What somebody reported may name who told it; what a table found is about her alone. */
    private Function<Flag, Item> ofFlags(String number, ZoneId zone) {
        Set<String> reported = journal.of(number, List.of("formSubmitted")).stream()
                .filter(entry -> "raiseUrgentConcern".equals(entry.details().get("form")))
                .map(entry -> String.valueOf(entry.details().get("subject")))
                .collect(Collectors.toSet());
        return flag -> {
            List<Line> about = new ArrayList<>(HeldLines.pairs(
                    zone,
                    "How urgent",
                    flag.severity(),
                    "For",
                    Words.spoken(flag.role()),
                    "Respond by",
                    flag.respondBy(),
                    "Status",
                    Words.of("flagStatus", flag.status()),
                    "Outcome",
                    flag.outcome()));
            about.add(
                    reported.contains("urgent:" + flag.id())
                            ? Line.withheld(null, "Reason")
                            : HeldLines.line(zone, "Reason", flag.reason()));
            return new Item(flag.raisedAt(), roles.of(flag.raisedBy()), Words.of("flag", flag.flag()), about);
        };
    }
}
