package org.throughcare.messages;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughcare.access.CaseHead;
import org.throughcare.access.CaseRegister;
import org.throughcare.casefile.ReleaseDateMoved;
import org.throughcare.casefile.UrgentFlagRaised;

/** What happens to a case is news for who owns it. Runs in the transaction in which it happens. */
@Component
class CaseNews {

    private final CaseRegister register;
    private final Notices notices;

    CaseNews(CaseRegister register, Notices notices) {
        this.register = register;
        this.notices = notices;
    }

    @EventListener
    void flagged(UrgentFlagRaised flag) {
        note(flag.caseNumber(), News.urgentFlagRaised);
    }

    @EventListener
    void moved(ReleaseDateMoved moved) {
        note(moved.caseNumber(), News.releaseDateMoved);
    }

    private void note(String caseNumber, News news) {
        register.find(caseNumber)
                .flatMap(CaseHead::caseManager)
                .ifPresent(owner -> notices.ofHerCase(owner, news, caseNumber));
    }
}
