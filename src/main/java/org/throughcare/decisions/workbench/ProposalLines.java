package org.throughcare.decisions.workbench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.Identities;
import org.throughcare.access.SignedIn;
import org.throughcare.decisions.workbench.TableChecks.Checked;
import org.throughcare.engine.AsApplication;

/** What the workbench shows of a proposal. */
@Component
class ProposalLines {

    private final TableChanges changes;
    private final ImpactResults results;
    private final GoldenCaseChanges goldenChanges;
    private final CaseAccess cases;
    private final Identities identities;
    private final ObjectProvider<TaskService> tasks;
    private final AsApplication asApplication;

    ProposalLines(
            TableChanges changes,
            ImpactResults results,
            GoldenCaseChanges goldenChanges,
            CaseAccess cases,
            Identities identities,
            ObjectProvider<TaskService> tasks,
            AsApplication asApplication) {
        this.changes = changes;
        this.results = results;
        this.goldenChanges = goldenChanges;
        this.cases = cases;
        this.identities = identities;
        this.tasks = tasks;
        this.asApplication = asApplication;
    }

    /**
     * A proposal.
     *
     * @param goldenCases what becomes of golden cases, a line each; empty when they stay
     * @param checks as they come out now; null in lists
     * @param impact null in lists, and while it is being compared
     * @param taskId the open task of the person who decides on it; null when there is none
     */
    record Shown(
            long id,
            String decision,
            String decisionName,
            Proposal.State state,
            Proposal.Kind kind,
            boolean emergency,
            String author,
            String authorName,
            String reason,
            Instant proposedAt,
            Instant effectiveAt,
            String decidedBy,
            String decidedByName,
            Instant decidedAt,
            String answer,
            int baseVersion,
            Integer releasedVersion,
            List<String> goldenCases,
            Checked checks,
            Impact impact,
            String impactRun,
            String taskId) {}

    /** Its line in a list. */
    Shown inShort(Proposal proposal) {
        return shown(proposal, null, null, null);
    }

    /** All of it. */
    Shown inFull(Proposal proposal, SignedIn reader) {
        Impact impact =
                results.of(proposal.impactRun(), cases.hiddenFrom(reader)).orElse(null);
        return shown(
                proposal, changes.checkNow(proposal), impact, taskOf(proposal).orElse(null));
    }

    private Shown shown(Proposal proposal, Checked checks, Impact impact, String taskId) {
        Map<String, String> names = identities.namesOf(Stream.of(proposal.author(), proposal.decidedBy())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new Shown(
                proposal.id(),
                proposal.decision(),
                TableText.of(proposal.dmn()).name(),
                proposal.state(),
                proposal.kind(),
                proposal.emergency(),
                proposal.author(),
                names.getOrDefault(proposal.author(), proposal.author()),
                proposal.reason(),
                proposal.proposedAt(),
                proposal.effectiveAt(),
                proposal.decidedBy(),
                names.getOrDefault(String.valueOf(proposal.decidedBy()), proposal.decidedBy()),
                proposal.decidedAt(),
                proposal.answer(),
                proposal.baseVersion(),
                proposal.releasedVersion(),
                goldenChanges.of(proposal),
                checks,
                impact,
                proposal.impactRun(),
                taskId);
    }

    private Optional<String> taskOf(Proposal proposal) {
        return asApplication.call(() -> {
            List<Task> open = tasks.getObject()
                    .createTaskQuery()
                    .processDefinitionKey(TableChanges.PROCESS)
                    .processInstanceBusinessKey(TableChanges.businessKey(proposal.id()))
                    .list();
            return open.stream().map(Task::getId).findFirst();
        });
    }
}
