package org.throughcare.decisions.workbench;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughcare.engine.TableVersions;
import org.throughcare.engine.TableVersions.Version;

/**
 * The texts of a table by what people call them: the number of a version, {@code draft} for one's own, {@code draft:USER},
 * {@code packaged}, {@code proposal:NUMBER}.
 */
@Component
class TableTexts {

    private static final String DRAFT = "draft";
    private static final String PACKAGED = "packaged";
    private static final String PROPOSAL = "proposal:";

    private final TableVersions tables;
    private final Drafts drafts;
    private final Proposals proposals;

    TableTexts(TableVersions tables, Drafts drafts, Proposals proposals) {
        this.tables = tables;
        this.drafts = drafts;
        this.proposals = proposals;
    }

    /** The text that is called so; empty when there is none. */
    Optional<String> find(String decision, String called, String reader) {
        if (called.equals(DRAFT)) {
            return draft(decision, reader);
        }
        if (called.startsWith(DRAFT + ":")) {
            return draft(decision, called.substring(DRAFT.length() + 1));
        }
        if (called.equals(PACKAGED)) {
            return tables.packaged(decision);
        }
        if (called.startsWith(PROPOSAL)) {
            return number(called.substring(PROPOSAL.length()))
                    .flatMap(proposals::find)
                    .filter(proposal -> proposal.decision().equals(decision))
                    .map(Proposal::dmn);
        }
        return number(called).flatMap(number -> version(decision, number.intValue()));
    }

    /** The text of that version. */
    Optional<String> version(String decision, int version) {
        return tables.of(decision).stream()
                .filter(candidate -> candidate.version() == version)
                .findFirst()
                .map(tables::text);
    }

    /** The text that decides now. */
    String live(Version newest) {
        return tables.text(newest);
    }

    private Optional<String> draft(String decision, String author) {
        return drafts.find(decision, author).map(Drafts.Draft::dmn);
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
