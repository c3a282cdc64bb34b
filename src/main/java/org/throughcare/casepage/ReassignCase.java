package org.throughcare.casepage;

import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.access.StaffGroups;
import org.throughcare.caseload.Caseload;
import org.throughcare.caseload.NoRoomException;
import org.throughcare.caseload.UnfitCaseManagerException;
import org.throughcare.forms.CaseForms;
import org.throughcare.forms.RefusedAnswerException;

/**
 * The case goes to another case manager: her case manager hands it to a colleague who has room, a supervisor gives it
 * also over the limits (domain rule 15).
 */
@Component
@Order(5)
class ReassignCase implements CaseAction {

    private static final String WHO = "newCaseManager";

    private final CaseForms forms;
    private final Caseload caseload;

    ReassignCase(CaseForms forms, Caseload caseload) {
        this.forms = forms;
        this.caseload = caseload;
    }

    @Override
    public String name() {
        return "reassign";
    }

    @Override
    public String form() {
        return "reassignCase";
    }

    @Override
    public boolean isOfferedTo(CaseReader reader) {
        return reader.isStaff() && reader.file().isOpen() && (supervises(reader) || owns(reader));
    }

    @Override
    public void take(CaseReader reader, Map<String, Object> answers) {
        forms.submit(form(), CaseActions.context(reader), answers, accepted -> {
            String userId = (String) accepted.get(WHO);
            String reason = (String) accepted.get("reassignReason");
            if (reader.file().caseManagerIfAssigned().equals(Optional.of(userId))) {
                throw new RefusedAnswerException(WHO, "She is her case manager already.");
            }
            try {
                give(reader, userId, reason);
            } catch (NoRoomException | UnfitCaseManagerException e) {
                throw new RefusedAnswerException(WHO, e.getMessage());
            }
        });
    }

    private void give(CaseReader reader, String userId, String reason) {
        if (supervises(reader)) {
            caseload.reassign(reader.caseNumber(), userId, reason);
        } else {
            caseload.handOver(reader.caseNumber(), userId, reason);
        }
    }

    private static boolean supervises(CaseReader reader) {
        return reader.person().has(StaffGroups.SUPERVISOR, reader.file().site());
    }

    private static boolean owns(CaseReader reader) {
        return reader.file()
                .caseManagerIfAssigned()
                .filter(reader.person().userId()::equals)
                .isPresent();
    }
}
