package org.throughcare.decisions.workbench;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.Identities;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffGroups;
import org.throughcare.casefile.Journal;
import org.throughcare.decisions.workbench.Drafts.Draft;
import org.throughcare.decisions.workbench.Proposal.Kind;
import org.throughcare.decisions.workbench.Proposal.State;
import org.throughcare.decisions.workbench.Proposals.NewProposal;
import org.throughcare.decisions.workbench.TableChecks.Checked;
import org.throughcare.engine.AsApplication;
import org.throughcare.engine.TableVersions;
import org.throughcare.engine.TableVersions.Version;

/**
 * How a table changes: one person proposes, another releases, in the process {@code tableChange}. Nothing becomes live
 * while a check fails or when the table was changed in between.
 */
@Component
@Transactional
class TableChanges {

    static final String PROCESS = "tableChange";
    static final String PROPOSAL = "tableProposal";
    static final String WITHDRAWN = "TableChangeWithdrawn";
    private static final Set<String> MAY_DECIDE = Set.of(StaffGroups.ANALYST, StaffGroups.MANAGER);

    private final TableVersions tables;
    private final TableTexts texts;
    private final TableChecks checks;
    private final Drafts drafts;
    private final GoldenCases golden;
    private final Proposals proposals;
    private final PackagedTables packaged;
    private final ImpactQuestion impact;
    private final CaseAccess access;
    private final Identities identities;
    private final Journal journal;
    private final Clock clock;
    private final ObjectProvider<RuntimeService> runtime;
    private final AsApplication asApplication;

    TableChanges(
            TableVersions tables,
            TableTexts texts,
            TableChecks checks,
            Drafts drafts,
            GoldenCases golden,
            Proposals proposals,
            PackagedTables packaged,
            ImpactQuestion impact,
            CaseAccess access,
            Identities identities,
            Journal journal,
            Clock clock,
            ObjectProvider<RuntimeService> runtime,
            AsApplication asApplication) {
        this.tables = tables;
        this.texts = texts;
        this.checks = checks;
        this.drafts = drafts;
        this.golden = golden;
        this.proposals = proposals;
        this.packaged = packaged;
        this.impact = impact;
        this.access = access;
        this.identities = identities;
        this.journal = journal;
        this.clock = clock;
        this.runtime = runtime;
        this.asApplication = asApplication;
    }

    /**
     * Proposes a text.
     *
     * @param called which text, see {@link TableTexts}
     * @param emergency live at once and reviewed afterwards; only for the return to an earlier version
     * @param effectiveAt when it shall become live; null for at once
     * @throws ProposalRefusedException when it cannot be proposed, saying why
     */
    Proposal propose(
            Version live, String called, String reason, boolean emergency, Instant effectiveAt, SignedIn author) {
        String decision = live.decision();
        Kind kind = kind(called);
        String text = texts.find(decision, called, author.userId())
                .orElseThrow(() -> new ProposalRefusedException("There is nothing to propose: save a draft first."));
        checkMayBeProposed(live, called, kind, emergency, effectiveAt, author);
        String now = texts.live(live);
        if (text.equals(now)) {
            throw new ProposalRefusedException("This is the table as it decides now; nothing would change.");
        }
        String cases = kind == Kind.change
                ? golden.changedByDraft(decision, author.userId()).orElse(null)
                : null;
        Checked checked = checks.check(decision, text, now, goldenCases(decision, cases));
        if (!passes(kind, checked)) {
            throw new ProposalRefusedException(
                    "A check fails, so this cannot be proposed. " + checked.summary(), checked.findings());
        }
        String run = impact.ask(decision, now, text, access.hiddenFrom(author), author.userId());
        long id = proposals.add(new NewProposal(
                decision,
                kind,
                emergency,
                live.version(),
                text,
                cases,
                reason.strip(),
                author.userId(),
                effectiveAt,
                run));
        note(id, "tableProposed", "A change of the table " + decision + " was proposed.", Map.of("reason", reason));
        begin(id, decision, emergency, effectiveAt, author);
        Proposal begun = proposals.get(id);
        if (emergency && begun.state() != State.released) {
            throw new ProposalRefusedException("The earlier version could not be made live: " + begun.answer());
        }
        return begun;
    }

    private static Kind kind(String called) {
        return switch (called) {
            case "draft" -> Kind.change;
            case "packaged" -> Kind.packaged;
            default -> Kind.back;
        };
    }

    private void checkMayBeProposed(
            Version live, String called, Kind kind, boolean emergency, Instant effectiveAt, SignedIn author) {
        if (kind == Kind.back && !called.matches("\\d{1,9}")) {
            throw new ProposalRefusedException(
                    "Propose your draft, an earlier version by its number, or the packaged table.");
        }
        if (emergency && kind != Kind.back) {
            throw new ProposalRefusedException(
                    "Only the return to an earlier version can be live at once: somebody agreed to that one before.");
        }
        if (effectiveAt != null && !effectiveAt.isAfter(clock.instant())) {
            throw new ProposalRefusedException("effectiveAt lies in the past. Leave it out for at once.");
        }
        drafts.find(live.decision(), author.userId())
                .filter(draft -> kind == Kind.change && draft.baseVersion() != live.version())
                .ifPresent(draft -> {
                    throw new ProposalRefusedException("Your draft began from version " + draft.baseVersion()
                            + ", and version " + live.version()
                            + " is live now. Compare the two, take over what changed, and save the draft again.");
                });
        if (!emergency) {
            proposals.of(live.decision()).stream()
                    .filter(proposal -> proposal.state().isOpen())
                    .findFirst()
                    .ifPresent(open -> {
                        throw new ProposalRefusedException("Proposal " + open.id()
                                + " for this table waits for an answer. One change at a time: each is judged against the"
                                + " table that is live.");
                    });
        }
    }

    private void begin(long id, String decision, boolean emergency, Instant effectiveAt, SignedIn author) {
        Map<String, Object> codes = new HashMap<>();
        codes.put(PROPOSAL, id);
        codes.put("tableDecision", decision);
        codes.put("tableAuthor", author.userId());
        codes.put("tableEmergency", emergency);
        codes.put("tableEffectiveAt", (effectiveAt == null ? clock.instant() : effectiveAt).toString());
        asApplication.run(() -> runtime.getObject().startProcessInstanceByKey(PROCESS, businessKey(id), codes));
    }

    static String businessKey(long proposal) {
        return "table change " + proposal;
    }

    /** Takes a proposal back; only who made it may, and while it is not live. */
    void withdraw(Proposal proposal) {
        proposals.become(proposal.id(), State.withdrawn);
        note(proposal.id(), "tableWithdrawn", "The proposal was taken back by who made it.", Map.of());
        asApplication.run(() -> runtime.getObject()
                .createMessageCorrelation(WITHDRAWN)
                .processInstanceBusinessKey(businessKey(proposal.id()))
                .correlateAll());
    }

    /**
     * Why that person may not decide on it; empty when she may.
     *
     * <p>Four eyes: who proposed a change never releases it.
     */
    Optional<String> reasonAgainst(Proposal proposal, String userId) {
        if (proposal.author().equals(userId)) {
            return Optional.of("is yours to propose and another person's to decide. Leave the task to her.");
        }
        return identities.groupsOf(userId).stream().anyMatch(MAY_DECIDE::contains)
                ? Optional.empty()
                : Optional.of("is decided by analysts and managers.");
    }

    /** The checks as they come out now, against the table that is live now. */
    Checked checkNow(Proposal proposal) {
        return checks.check(
                proposal.decision(),
                proposal.dmn(),
                texts.live(live(proposal.decision())),
                goldenCases(proposal.decision(), proposal.goldenCases()));
    }

    /** Those that come with the proposal, or the table's. */
    private String goldenCases(String decision, String proposed) {
        return proposed == null ? golden.of(decision).csv() : proposed;
    }

    /** Whether it may become live, as things stand now. */
    boolean passesNow(Proposal proposal) {
        return passes(proposal.kind(), checkNow(proposal));
    }

    /** Golden cases say what the newest table must decide; they keep nobody from going back to an earlier one. */
    private static boolean passes(Kind kind, Checked checked) {
        return kind == Kind.back ? checked.isSound() : checked.mayBeProposed();
    }

    /** Keeps who answered and what she wrote. */
    void answer(long id, String decidedBy, String answer) {
        proposals.answer(id, decidedBy, answer);
    }

    /** The other person chose when it becomes live. */
    void releaseAt(long id, Instant at) {
        proposals.effectiveAt(id, at);
    }

    void become(long id, State state) {
        proposals.become(id, state);
        note(id, "tableAnswered", "The proposal is now " + state + ".", Map.of());
    }

    /**
     * Makes the proposed text live, unless a check fails by now or somebody else's change came first.
     *
     * @return whether it is live
     */
    boolean release(long id) {
        Proposal proposal = proposals.get(id);
        Version live = live(proposal.decision());
        if (live.version() != proposal.baseVersion()) {
            return refuse(
                    proposal, "Version " + live.version() + " became live in between. Compare and propose again.");
        }
        if (!passesNow(proposal)) {
            return refuse(proposal, "A check fails by now. Look at the checks and propose again.");
        }
        Version released = tables.deploy(proposal.decision(), proposal.dmn());
        proposals.released(id, released.version());
        if (proposal.goldenCases() != null) {
            golden.release(proposal.decision(), proposal.goldenCases(), proposal.author());
        }
        if (proposal.kind() == Kind.packaged) {
            packaged.settle(proposal.decision(), proposal.author());
        }
        drafts.find(proposal.decision(), proposal.author())
                .map(Draft::dmn)
                .filter(proposal.dmn()::equals)
                .ifPresent(same -> drafts.discard(proposal.decision(), proposal.author()));
        note(
                id,
                "tableReleased",
                "Version " + released.version() + " of the table " + proposal.decision() + " is live.",
                Map.of("version", released.version()));
        return true;
    }

    private boolean refuse(Proposal proposal, String why) {
        proposals.answer(
                proposal.id(),
                proposal.decidedBy() == null ? proposal.author() : proposal.decidedBy(),
                proposal.answer() == null ? why : proposal.answer() + "\n" + why);
        become(proposal.id(), State.refused);
        return false;
    }

    /** After an emergency: the version that the return replaced is live again. */
    void takeBack(long id) {
        Proposal proposal = proposals.get(id);
        Version live = live(proposal.decision());
        if (proposal.releasedVersion() != null && live.version() == proposal.releasedVersion()) {
            texts.version(proposal.decision(), proposal.baseVersion())
                    .ifPresent(text -> tables.deploy(proposal.decision(), text));
        }
        become(id, State.sentBack);
    }

    /**
     * What a new release brings for a table is not taken over.
     *
     * @throws ProposalRefusedException when nothing waits
     */
    void putPackagedAside(Version live, String reason, String author) {
        if (packaged.waiting(live).isEmpty()) {
            throw new ProposalRefusedException("No other version of this table waits.");
        }
        packaged.settle(live.decision(), author);
        journal.write(
                null,
                "packagedTableSettled",
                "The table " + live.decision() + " of the new release was put aside.",
                Map.of("decision", live.decision(), "reason", reason));
    }

    private Version live(String decision) {
        return tables.newest(decision).orElseThrow();
    }

    private void note(long id, String kind, String summary, Map<String, ?> more) {
        Proposal proposal = proposals.get(id);
        Map<String, Object> details = new HashMap<>(more);
        details.put("proposal", id);
        details.put("decision", proposal.decision());
        journal.write(null, kind, summary, details);
    }
}
