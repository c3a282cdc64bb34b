package org.throughcare.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a case to a member of the site's staff who gives a reason: everything, for a short time. Her reason is
 * journalled and her supervisor is told, whoever she is. A life may hang on what she could not read otherwise.
 */
@Component
@Transactional
class EmergencyAccess {

    private final CaseRegister register;
    private final BrokenGlass glass;
    private final AccessSettings settings;
    private final AccessAlarms alarms;
    private final Clock clock;

    EmergencyAccess(
            CaseRegister register, BrokenGlass glass, AccessSettings settings, AccessAlarms alarms, Clock clock) {
        this.register = register;
        this.glass = glass;
        this.settings = settings;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * Opens it.
     *
     * @return until when it is open
     * @throws CaseNotHersException when she does not work at the woman's site
     */
    Instant open(SignedIn reader, String caseNumber, String reason) {
        CaseHead head = register.find(caseNumber)
                .filter(found -> reader.worksAt(found.site()))
                .orElseThrow(CaseNotHersException::new);
        Instant until = clock.instant().plus(settings.emergency());
        long emergency = glass.open(caseNumber, reader.userId(), until);
        register.note(
                caseNumber,
                "openedInEmergency",
                reader.userId() + " opened the case in an emergency: " + reason,
                Map.of("emergency", emergency, "until", until.toString(), "reason", reason));
        alarms.openedInEmergency(head.site(), reader.userId(), emergency);
        return until;
    }
}
