package org.throughcare.journey.handover;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.messages.LastCheck;
import org.throughcare.messages.Line;
import org.throughcare.messages.News;
import org.throughcare.messages.Recipient;
import org.throughcare.messages.TeamMessages;
import org.throughcare.messages.Template;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.Consents;
import org.throughcare.referrals.Handovers;

/**
 * Tells the community team at her site that a handover waits for it, and asks it to stop when she takes her consent back.
 * Her consent is asked for again at each try, so that a message which waits for the mail server does not outlive it
 * (domain rule 9).
 */
@Component
class HandoverMessages implements LastCheck {

    private static final String TEAM = "communityWorker.";

    private final TeamMessages team;
    private final Handovers handovers;
    private final Consents consents;
    private final CaseFiles cases;
    private final Clock clock;

    HandoverMessages(TeamMessages team, Handovers handovers, Consents consents, CaseFiles cases, Clock clock) {
        this.team = team;
        this.handovers = handovers;
        this.consents = consents;
        this.cases = cases;
        this.clock = clock;
    }

    /** In the transaction of the step that sends it. */
    void tell(String caseNumber) {
        put(Template.referral, News.handoverWaits, caseNumber);
    }

    /** In the transaction of the step that stops it; though her consent is gone, for nothing about her is told. */
    void askToStop(String caseNumber) {
        put(Template.stop, News.handoverTakenBack, caseNumber);
    }

    private void put(Template template, News news, String caseNumber) {
        team.tell(TEAM + cases.get(caseNumber).site(), template, news, caseNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayTell(Recipient recipient, Line line) {
        return line.news() != News.handoverWaits
                || line.caseNumber()
                        .filter(handovers::awaitsAnswer)
                        .filter(caseNumber -> consents.inForce(
                                caseNumber, Consents.COMMUNITY_TEAM, ConsentKind.RELEASE_PLAN, clock.instant()))
                        .isPresent();
    }
}
