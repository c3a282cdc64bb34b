package org.throughcare.flow;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.CaseNotHersException;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.monitoring.measures.Scopes;
import org.throughcare.sites.Site;

/** Opens the flow of the sites whose measures somebody reads, and single cases of theirs. */
@Component
class FlowDoor {

    private final Scopes scopes;
    private final CaseAccess access;
    private final CaseFiles cases;

    FlowDoor(Scopes scopes, CaseAccess access, CaseFiles cases) {
        this.scopes = scopes;
        this.access = access;
        this.cases = cases;
    }

    /**
     * Checks that she may read how work flows, at one site at least.
     *
     * @throws org.springframework.web.ErrorResponseException 403 when she may not
     */
    void check(SignedIn reader) {
        scopes.sitesOf(reader);
    }

    /**
     * What she asks, within what she may ask. Without a period the last twelve months.
     *
     * @throws org.springframework.web.ErrorResponseException 403 for a site that is not hers
     */
    FlowQuestion question(SignedIn reader, String site, String track, LocalDate from, LocalDate to) {
        return FlowQuestion.of(scopes.of(reader, new Scopes.Question(site, track, null, from, to)));
    }

    /**
     * A case of a site whose flow she may read.
     *
     * @throws CaseNotHersException when there is none, or it does not exist for her
     */
    CaseFile open(SignedIn reader, String caseNumber) {
        var hers = scopes.sitesOf(reader).stream().map(Site::id).toList();
        return cases.find(caseNumber)
                .filter(file -> hers.contains(file.site()))
                .filter(file -> !access.hiddenFrom(reader).contains(file.caseNumber()))
                .orElseThrow(CaseNotHersException::new);
    }
}
