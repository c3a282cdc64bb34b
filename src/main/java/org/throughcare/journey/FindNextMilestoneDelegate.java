package org.throughcare.journey;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;

/**
 * Finds what the release date causes next: case management so many months before, the handover so many weeks before, or
 * release day itself. Each begins with its day in the site's zone; one that has passed is due now (domain rule 6).
 */
@Component("findNextMilestoneDelegate")
@UsedInModels
class FindNextMilestoneDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final ReleaseClock releaseClock;
    private final CaseMessages messages;

    FindNextMilestoneDelegate(CaseFiles cases, ReleaseClock releaseClock, CaseMessages messages) {
        this.cases = cases;
        this.releaseClock = releaseClock;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = cases.get((String) execution.getVariable("caseNumber"));
        Milestone next = next(execution, file);
        execution.setVariable("milestone", next.name());
        execution.setVariable("milestoneAt", Date.from(next.at()));
        execution.setVariable("milestoneDue", next.due(releaseClock.now()));
    }

    private Milestone next(DelegateExecution execution, CaseFile file) {
        Milestone next = new Milestone("releaseDay", releaseClock.dayRelativeToRelease(file, day -> day));
        Milestone handover = handover(execution, file);
        if (handover.at().isBefore(next.at())) {
            next = handover;
        }
        Milestone caseManagement = caseManagement(execution, file);
        return caseManagement.at().isAfter(next.at()) ? next : caseManagement;
    }

    private Milestone caseManagement(DelegateExecution execution, CaseFile file) {
        long leadMonths = ((Number) execution.getVariable("leadMonths")).longValue();
        if (isTrue(execution, "caseManagementBegun")) {
            return Milestone.never("caseManagement");
        }
        Instant at = leadMonths == 0
                ? releaseClock.now()
                : releaseClock.dayRelativeToRelease(file, day -> day.minusMonths(leadMonths));
        return new Milestone("caseManagement", at);
    }

    private Milestone handover(DelegateExecution execution, CaseFile file) {
        long noticeWeeks = ((Number) execution.getVariable("noticeWeeks")).longValue();
        Instant at = releaseClock.dayRelativeToRelease(file, day -> day.minusWeeks(noticeWeeks));
        boolean begun = isTrue(execution, "handoverBegun");
        boolean movedFarAway = begun && at.isAfter(releaseClock.now());
        if (noticeWeeks == 0 || begun && (!movedFarAway || messages.isRunning("handover", file.caseNumber()))) {
            return Milestone.never("handover");
        }
        return new Milestone("handover", at);
    }

    private static boolean isTrue(DelegateExecution execution, String variable) {
        return Boolean.TRUE.equals(execution.getVariable(variable));
    }

    private record Milestone(String name, Instant at) {

        static Milestone never(String name) {
            return new Milestone(name, ReleaseClock.NEVER);
        }

        String due(Instant now) {
            if (at.equals(ReleaseClock.NEVER)) {
                return "unknown";
            }
            return at.isAfter(now) ? "later" : "now";
        }
    }
}
