package org.throughcare.decisions.workbench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.Identities;
import org.throughcare.access.SignedIn;
import org.throughcare.decisions.PastDecisions;
import org.throughcare.decisions.PastDecisions.Past;
import org.throughcare.decisions.workbench.Drafts.Draft;
import org.throughcare.decisions.workbench.RuleCounts.Counts;
import org.throughcare.decisions.workbench.TableText.Row;
import org.throughcare.engine.TableUses;
import org.throughcare.engine.TableUses.Use;
import org.throughcare.engine.TableVersions;
import org.throughcare.engine.TableVersions.Version;
import org.throughcare.words.Words;

/** What the workbench shows of all tables and of one. */
@Component
class TableLists {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final int MOST_LOOKED_AT = 5_000;
    private static final String EVERY_TASK = "serviceLevels";

    private final TableVersions tables;
    private final TableUses uses;
    private final Drafts drafts;
    private final Proposals proposals;
    private final PackagedTables packaged;
    private final RuleCounts counts;
    private final PastDecisions decisions;
    private final CaseAccess cases;
    private final Identities identities;
    private final Clock clock;

    TableLists(
            TableVersions tables,
            TableUses uses,
            Drafts drafts,
            Proposals proposals,
            PackagedTables packaged,
            RuleCounts counts,
            PastDecisions decisions,
            CaseAccess cases,
            Identities identities,
            Clock clock) {
        this.tables = tables;
        this.uses = uses;
        this.drafts = drafts;
        this.proposals = proposals;
        this.packaged = packaged;
        this.counts = counts;
        this.decisions = decisions;
        this.cases = cases;
        this.identities = identities;
        this.clock = clock;
    }

    /** Somebody's draft, without its text. */
    record DraftLine(String author, String authorName, Instant savedAt, int baseVersion) {}

    /** A proposal that waits. */
    record ProposalLine(long id, Proposal.State state, String authorName) {}

    /** A table in the list of all; counts are of the last twelve months. */
    record TableLine(
            String id,
            String name,
            String description,
            int version,
            String hitPolicy,
            int rules,
            String source,
            String changedBy,
            String changedByName,
            Instant changedAt,
            String reason,
            List<Use> usedIn,
            int decided,
            int neverFired,
            int fellThrough,
            boolean packagedWaits,
            List<DraftLine> drafts,
            List<ProposalLine> proposals) {}

    /** Every table, by its name, as that reader may see it. */
    List<TableLine> all(SignedIn reader) {
        Map<String, List<Use>> used = uses.all();
        Map<String, Counts> counted = counts.all(cases.hiddenFrom(reader));
        List<Draft> begun = drafts.all();
        List<Proposal> open = proposals.open();
        Map<String, Proposal> released =
                proposals.newestReleased().stream().collect(Collectors.toMap(Proposal::decision, Function.identity()));
        Map<String, String> names = names(Stream.of(
                        begun.stream().map(Draft::author),
                        open.stream().map(Proposal::author),
                        released.values().stream().flatMap(TableLists::people))
                .flatMap(Function.identity())
                .toList());
        return tables.newest().stream()
                .map(live -> line(live, used, counted, begun, open, released, names))
                .sorted(Comparator.comparing(TableLine::name))
                .toList();
    }

    private TableLine line(
            Version live,
            Map<String, List<Use>> used,
            Map<String, Counts> counted,
            List<Draft> begun,
            List<Proposal> open,
            Map<String, Proposal> released,
            Map<String, String> names) {
        String id = live.decision();
        TableText text = TableText.of(tables.text(live));
        Counts fired = counted.getOrDefault(id, Counts.NONE);
        Optional<Origin> by = Optional.ofNullable(released.get(id)).flatMap(proposal -> Origin.of(live, proposal));
        return new TableLine(
                id,
                text.name(),
                text.description(),
                live.version(),
                text.hitPolicy(),
                text.rules().size(),
                live.packaged() ? "packaged" : "workbench",
                by.map(Origin::author).orElse(null),
                by.map(Origin::author)
                        .map(author -> names.getOrDefault(author, author))
                        .orElse(null),
                live.at(),
                by.map(Origin::reason).orElse(null),
                usedIn(id, used),
                fired.decisions(),
                (int) text.rules().stream()
                        .filter(rule -> fired.of(rule.id()) == 0)
                        .count(),
                fired.fellThrough(),
                packaged.waiting(live).isPresent(),
                begun.stream()
                        .filter(draft -> draft.decision().equals(id))
                        .map(draft -> line(draft, names))
                        .toList(),
                open.stream()
                        .filter(proposal -> proposal.decision().equals(id))
                        .map(proposal -> new ProposalLine(
                                proposal.id(),
                                proposal.state(),
                                names.getOrDefault(proposal.author(), proposal.author())))
                        .toList());
    }

    private static DraftLine line(Draft draft, Map<String, String> names) {
        return new DraftLine(
                draft.author(),
                names.getOrDefault(draft.author(), draft.author()),
                draft.savedAt(),
                draft.baseVersion());
    }

    /** The table of service levels is asked for each task of each process. */
    private static List<Use> usedIn(String id, Map<String, List<Use>> used) {
        return id.equals(EVERY_TASK)
                ? List.of(new Use("", "Every process", "", "Every task"))
                : used.getOrDefault(id, List.of());
    }

    private Map<String, String> names(Collection<String> userIds) {
        return identities.namesOf(
                userIds.stream().filter(Objects::nonNull).distinct().toList());
    }

    /** A rule and how often it fired. */
    record RuleLine(String id, int row, String annotation, int fired) {}

    /** An answer that a column allows, and what it means. */
    record Meaning(String value, String meaning) {}

    /** A column with the answers that it allows. */
    record ColumnLine(String id, String name, String label, String type, List<Meaning> values) {}

    /** A version, who changed it and why; a release of the product has no author. */
    record VersionLine(
            int version,
            String source,
            String author,
            String authorName,
            String approver,
            String approverName,
            String reason,
            Instant at,
            boolean emergency,
            Long proposal) {}

    /** One's own draft. */
    record OwnDraft(int revision, int baseVersion, Instant savedAt, String xml) {}

    /** Everything about one table. */
    record OneTable(
            String id,
            String name,
            String description,
            int version,
            String xml,
            String hitPolicy,
            boolean mayEdit,
            List<Use> usedIn,
            List<ColumnLine> inputs,
            List<ColumnLine> outputs,
            List<RuleLine> rules,
            int decided,
            int fellThrough,
            List<String> fellThroughCases,
            List<VersionLine> versions,
            OwnDraft draft,
            List<DraftLine> drafts,
            List<ProposalLines.Shown> proposals,
            boolean packagedWaits) {}

    /** That table for that reader. */
    OneTable one(Version live, SignedIn reader, ProposalLines proposalLines) {
        String id = live.decision();
        String xml = tables.text(live);
        TableText text = TableText.of(xml);
        Set<String> hidden = cases.hiddenFrom(reader);
        Counts fired = counts.of(id, hidden);
        List<Draft> begun = drafts.all().stream()
                .filter(draft -> draft.decision().equals(id))
                .toList();
        Map<String, String> names = names(begun.stream().map(Draft::author).toList());
        return new OneTable(
                id,
                text.name(),
                text.description(),
                live.version(),
                xml,
                text.hitPolicy(),
                Rights.mayEdit(reader),
                usedIn(id, uses.all()),
                text.inputs().stream().map(TableLists::column).toList(),
                text.outputs().stream().map(TableLists::column).toList(),
                text.rules().stream().map(rule -> rule(rule, fired)).toList(),
                fired.decisions(),
                fired.fellThrough(),
                fired.fellThrough() == 0 ? List.of() : fellThrough(id, hidden),
                versions(id),
                begun.stream()
                        .filter(draft -> draft.author().equals(reader.userId()))
                        .map(draft -> new OwnDraft(draft.revision(), draft.baseVersion(), draft.savedAt(), draft.dmn()))
                        .findFirst()
                        .orElse(null),
                begun.stream()
                        .filter(draft -> !draft.author().equals(reader.userId()))
                        .map(draft -> line(draft, names))
                        .toList(),
                proposals.of(id).stream().map(proposalLines::inShort).toList(),
                packaged.waiting(live).isPresent());
    }

    private static RuleLine rule(Row rule, Counts fired) {
        return new RuleLine(rule.id(), rule.number(), rule.annotation(), fired.of(rule.id()));
    }

    private static ColumnLine column(TableText.Column column) {
        return new ColumnLine(
                column.id(),
                column.name(),
                column.label(),
                column.type(),
                column.values().stream()
                        .map(value -> new Meaning(value, Words.of(column.name(), value)))
                        .toList());
    }

    private List<String> fellThrough(String decision, Set<String> hidden) {
        return decisions.newest(decision, clock.instant().minus(YEAR), MOST_LOOKED_AT).stream()
                .filter(past -> past.ruleIds().isEmpty())
                .map(Past::caseNumber)
                .filter(number -> !hidden.contains(number))
                .distinct()
                .sorted()
                .toList();
    }

    private List<VersionLine> versions(String id) {
        List<Proposal> made = proposals.of(id);
        Map<String, String> names =
                names(made.stream().flatMap(TableLists::people).toList());
        return tables.of(id).stream()
                .map(version -> version(
                        version,
                        made.stream()
                                .flatMap(proposal -> Origin.of(version, proposal).stream())
                                .max(Comparator.comparingLong(Origin::proposal)),
                        names))
                .toList();
    }

    private static Stream<String> people(Proposal proposal) {
        return Stream.of(proposal.author(), proposal.decidedBy()).filter(Objects::nonNull);
    }

    /** How a version came: proposed and approved, or made live again when an emergency return was undone. */
    private record Origin(String author, String approver, String reason, boolean emergency, long proposal) {

        static Optional<Origin> of(Version version, Proposal proposal) {
            if (version.packaged() || proposal.releasedVersion() == null) {
                return Optional.empty();
            }
            if (proposal.releasedVersion() == version.version()) {
                return Optional.of(new Origin(
                        proposal.author(),
                        proposal.isUndone() ? null : proposal.decidedBy(),
                        proposal.reason(),
                        proposal.emergency(),
                        proposal.id()));
            }
            return proposal.isUndone() && proposal.releasedVersion() + 1 == version.version()
                    ? Optional.of(new Origin(proposal.decidedBy(), null, proposal.answer(), false, proposal.id()))
                    : Optional.empty();
        }
    }

    private static VersionLine version(Version version, Optional<Origin> by, Map<String, String> names) {
        String author = by.map(Origin::author).orElse(null);
        String approver = by.map(Origin::approver).orElse(null);
        return new VersionLine(
                version.version(),
                version.packaged() ? "packaged" : "workbench",
                author,
                author == null ? null : names.getOrDefault(author, author),
                approver,
                approver == null ? null : names.getOrDefault(approver, approver),
                by.map(Origin::reason).orElse(null),
                version.at(),
                by.map(Origin::emergency).orElse(false),
                by.map(Origin::proposal).orElse(null));
    }
}
