package org.throughcare.casepage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.access.InformationKind;
import org.throughcare.forms.CaseForms;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.journey.CaseMessages;
import org.throughcare.referrals.ConsentChanges;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.time.WorkingCalendar;

/**
 * She gives, refuses or takes back consent at any time (domain rule 9). The journey is told by the message {@code
 * ConsentChanged}; when no journey runs any more, the change is applied without it.
 */
@Component
@Order(3)
class ChangeConsent implements CaseAction {

    private final CaseForms forms;
    private final CaseMessages messages;
    private final ConsentChanges changes;
    private final WorkingCalendar calendar;

    ChangeConsent(CaseForms forms, CaseMessages messages, ConsentChanges changes, WorkingCalendar calendar) {
        this.forms = forms;
        this.messages = messages;
        this.changes = changes;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "changeConsent";
    }

    @Override
    public String form() {
        return "changeConsent";
    }

    /** Who may read her plan knows with whom it is shared. A closed case may still be shared, so it may be stopped. */
    @Override
    public boolean isOfferedTo(CaseReader reader) {
        return reader.isStaff() && reader.view().shows(InformationKind.PLAN);
    }

    @Override
    public void take(CaseReader reader, Map<String, Object> answers) {
        forms.submit(form(), CaseActions.context(reader), answers, accepted -> {
            check(reader, accepted);
            kindsOf(accepted).forEach(kind -> tell(reader.caseNumber(), accepted, kind));
        });
    }

    private void check(CaseReader reader, Map<String, Object> accepted) {
        if (accepted.get("consentKinds") == null && !"withdrawn".equals(accepted.get("consentAnswer"))) {
            throw new RefusedAnswerException("consentKinds", "Say what she was asked about.");
        }
        if (until(accepted)
                .filter(day -> day.isBefore(calendar.today(reader.file().site())))
                .isPresent()) {
            throw new RefusedAnswerException("consentUntil", "This day has passed. Choose today or a later day.");
        }
    }

    /** The kinds that were said, one message each; nothing said means everything. */
    private static List<Optional<String>> kindsOf(Map<String, Object> accepted) {
        return accepted.get("consentKinds") instanceof List<?> kinds
                ? kinds.stream().map(kind -> Optional.of(kind.toString())).toList()
                : Arrays.asList(Optional.empty());
    }

    private static Optional<LocalDate> until(Map<String, Object> accepted) {
        return Optional.ofNullable((String) accepted.get("consentUntil")).map(LocalDate::parse);
    }

    private void tell(String caseNumber, Map<String, Object> accepted, Optional<String> kind) {
        Map<String, Object> codes = new HashMap<>();
        for (String code : List.of("consentRecipient", "consentAnswer", "consentUntil", "consentHow")) {
            codes.put(code, accepted.get(code));
        }
        codes.put("consentKind", kind.orElse(null));
        if (!messages.send("ConsentChanged", caseNumber, codes)) {
            changes.apply(
                    caseNumber,
                    (String) accepted.get("consentRecipient"),
                    kind.map(ConsentKind::of).stream().toList(),
                    (String) accepted.get("consentAnswer"),
                    until(accepted),
                    (String) accepted.get("consentHow"));
        }
    }
}
