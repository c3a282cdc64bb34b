package org.throughcare.fhir;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
import org.throughcare.access.CaseView;
import org.throughcare.access.InformationKind;
import org.throughcare.access.Relation;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.CaseDoor;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.ReferralRuns;
import org.throughcare.referrals.Referrals;
import org.throughcare.referrals.SharedWithProvider;
import org.throughcare.referrals.SharedWithProvider.Shared;
import org.throughcare.sites.Sites;

/** Where referrals are read and answered by other systems. */
@Component
@Transactional
class ReferralDesk {

    private final Referrals referrals;
    private final SharedWithProvider sharing;
    private final CaseDoor door;
    private final ReferralRuns runs;
    private final Sites sites;

    ReferralDesk(Referrals referrals, SharedWithProvider sharing, CaseDoor door, ReferralRuns runs, Sites sites) {
        this.referrals = referrals;
        this.sharing = sharing;
        this.door = door;
        this.runs = runs;
        this.sites = sites;
    }

    /** @throws ErrorResponseException 404 when there is no such referral for that reader */
    Bundle read(SignedIn reader, String id) {
        Opened opened = open(reader, id);
        return ReferralBundle.of(opened.shared(), sites.get(opened.site()).zone());
    }

    /**
     * Takes the provider's answer, as its form in Tasklist would.
     *
     * @throws ErrorResponseException 404 when the referral is not with that provider, 409 when it does not wait for an
     *     answer, 422 for a status that is no answer
     */
    void answer(SignedIn provider, String id, Task answer) {
        Referral referral = open(provider, id).shared().referral();
        if (!provider.providers().contains(referral.providerId())) {
            throw notThere();
        }
        Map<String, Object> answers = new HashMap<>();
        switch (answer.hasStatus() ? answer.getStatus() : Task.TaskStatus.NULL) {
            case RECEIVED -> {
                referrals.received(referral.id());
                return;
            }
            case ACCEPTED -> {
                answers.put("answer", "accepted");
                answers.put("acceptedBy", answer.getOwner().getDisplay());
            }
            case REJECTED -> {
                answers.put("answer", "declined");
                answers.put("declineReason", answer.getStatusReason().getText());
            }
            default ->
                throw problem(HttpStatus.UNPROCESSABLE_ENTITY, "status: answer with received, accepted or rejected.");
        }
        if (!runs.answer(referral, answers)) {
            throw problem(HttpStatus.CONFLICT, "The referral does not wait for an answer now. Read it again.");
        }
    }

    private record Opened(Shared shared, String site) {}

    private Opened open(SignedIn reader, String id) {
        Referral referral = Optional.of(id)
                .filter(number -> number.matches("[0-9]{1,18}"))
                .flatMap(number -> referrals.find(Long.parseLong(number)))
                .filter(Referral::isWithProvider)
                .orElseThrow(ReferralDesk::notThere);
        CaseDoor.Opened opened = openCase(reader, referral);
        Shared shared = sharing.of(referral);
        boolean hers = reader.providers().contains(referral.providerId()) || isOfStaff(opened.view(), referral);
        if (!hers || !shared.mayGo()) {
            throw notThere();
        }
        return new Opened(shared, opened.file().site());
    }

    /** Who may not open the case hears no more than of a referral that does not exist. */
    private CaseDoor.Opened openCase(SignedIn reader, Referral referral) {
        try {
            return door.open(reader, referral.caseNumber());
        } catch (ErrorResponseException notHers) {
            throw notThere();
        }
    }

    private static boolean isOfStaff(CaseView view, Referral referral) {
        return view.relation() != Relation.PROVIDER
                && view.shows(InformationKind.IDENTITY)
                && view.shows(InformationKind.PLAN)
                && view.kinds().containsAll(referral.kind().informationKinds());
    }

    private static ErrorResponseException notThere() {
        return problem(HttpStatus.NOT_FOUND, "There is no such referral, or it is not yours to see.");
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
