package org.throughcare.decisions.workbench;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;
import org.throughcare.decisions.workbench.ProposalLines.Shown;
import org.throughcare.engine.TableVersions;

/** Proposals to change a table. They are answered in Tasklist, by another person. */
@RestController
@RequestMapping("/api/decisions")
class ProposalController {

    private final TableVersions tables;
    private final TableChanges changes;
    private final Proposals proposals;
    private final ProposalLines lines;

    ProposalController(TableVersions tables, TableChanges changes, Proposals proposals, ProposalLines lines) {
        this.tables = tables;
        this.changes = changes;
        this.proposals = proposals;
        this.lines = lines;
    }

    /**
     * What is proposed.
     *
     * @param ref a text, see {@link TableTexts}
     * @param effectiveAt when it shall become live; null for as soon as it is approved
     */
    record Wish(
            @NotNull @Size(max = 300) String ref,
            @NotBlank @Size(max = 2_000) String reason,
            boolean emergency,
            Instant effectiveAt) {}

    @PostMapping("/{decision}/proposals")
    @ResponseStatus(HttpStatus.CREATED)
    Shown propose(@PathVariable String decision, @Valid @RequestBody Wish wish, SignedIn person) {
        Rights.checkEdits(person);
        return tables.newest(decision)
                .map(live ->
                        changes.propose(live, wish.ref(), wish.reason(), wish.emergency(), wish.effectiveAt(), person))
                .map(lines::inShort)
                .orElseThrow(() -> Rights.problem(HttpStatus.NOT_FOUND, "There is no such decision table."));
    }

    @GetMapping("/proposals/{proposal}")
    Shown one(@PathVariable long proposal, SignedIn person) {
        Rights.checkSees(person);
        return proposals
                .find(proposal)
                .map(found -> lines.inFull(found, person))
                .orElseThrow(ProposalController::unknown);
    }

    @DeleteMapping("/proposals/{proposal}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long proposal, SignedIn person) {
        Rights.checkEdits(person);
        Proposal found = proposals.find(proposal).orElseThrow(ProposalController::unknown);
        if (!found.author().equals(person.userId())) {
            throw Rights.problem(HttpStatus.FORBIDDEN, "Only who proposed it takes it back.");
        }
        if (!found.state().isOpen()) {
            throw Rights.problem(HttpStatus.CONFLICT, "It was decided on already, so it cannot be taken back.");
        }
        changes.withdraw(found);
    }

    private static RuntimeException unknown() {
        return Rights.problem(HttpStatus.NOT_FOUND, "There is no such proposal.");
    }
}
