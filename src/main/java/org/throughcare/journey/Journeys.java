package org.throughcare.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Journal;
import org.throughcare.casefile.OpenCaseException;
import org.throughcare.engine.AsApplication;

/**
 * What may happen to a case from outside: the prison's own system, an import, a page. Each call is one transaction of
 * record and engine; whoever calls has checked the caller's rights.
 */
@Component
public class Journeys {

    private final ObjectProvider<FormService> forms;
    private final ObjectProvider<RepositoryService> repository;
    private final AsApplication asApplication;
    private final CaseFiles cases;
    private final Journal journal;
    private final CaseMessages messages;

    Journeys(
            ObjectProvider<FormService> forms,
            ObjectProvider<RepositoryService> repository,
            AsApplication asApplication,
            CaseFiles cases,
            Journal journal,
            CaseMessages messages) {
        this.forms = forms;
        this.repository = repository;
        this.asApplication = asApplication;
        this.cases = cases;
        this.journal = journal;
        this.messages = messages;
    }

    /**
     * Registers an admission through the journey's start form and returns the case number.
     *
     * @param answers the form's fields
     * @throws OpenCaseException when the prison number has an open case
     * @throws org.throughcare.forms.RefusedAnswerException when an answer cannot be accepted
     */
    public String register(Map<String, Object> answers) {
        return asApplication.call(() -> {
            if (answers.get("prisonNumber") instanceof String prisonNumber) {
                cases.openWithPrisonNumber(prisonNumber).ifPresent(open -> {
                    throw new OpenCaseException(open.caseNumber());
                });
            }
            String definition = repository
                    .getObject()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("journey")
                    .latestVersion()
                    .singleResult()
                    .getId();
            ProcessInstance instance = forms.getObject().submitStartForm(definition, answers);
            return instance.getBusinessKey();
        });
    }

    /**
     * Her release date moved, became known, or became unknown.
     *
     * @throws IllegalStateException when she is not in custody
     */
    public void moveReleaseDate(String caseNumber, Optional<LocalDate> releaseDate, String reason) {
        asApplication.run(() -> {
            if (!cases.get(caseNumber).isInCustody()) {
                throw new IllegalStateException(
                        "Case " + caseNumber + " is not in custody, so its release date cannot change.");
            }
            cases.changeReleaseDate(caseNumber, releaseDate, reason);
            Map<String, Object> codes = new HashMap<>();
            codes.put("releaseDate", releaseDate.map(LocalDate::toString).orElse(null));
            messages.setCodes(caseNumber, codes);
            messages.send("ReleaseDateChanged", caseNumber, codes);
        });
    }

    /** Her legal status changed, as when she is sentenced; say the new release date with {@link #moveReleaseDate}. */
    public void changeLegalStatus(String caseNumber, String legalStatus) {
        asApplication.run(() -> cases.changeLegalStatus(caseNumber, legalStatus));
    }

    /** She left custody, planned or from court. Said twice, the second time changes nothing. */
    public void release(String caseNumber, Instant at) {
        asApplication.run(() -> {
            if (cases.get(caseNumber).isInCustody()) {
                messages.send("WomanReleased", caseNumber, Map.of("releasedAt", java.util.Date.from(at)));
            } else {
                journal.write(
                        caseNumber, "releaseConfirmed", "Her release was reported again.", Map.of("at", at.toString()));
            }
        });
    }

    /** She moved to another site of the estate. */
    public void transfer(String caseNumber, String toSite) {
        asApplication.run(() -> messages.send("Transferred", caseNumber, Map.of("toSite", toSite)));
    }

    /**
     * She is in custody again. An open case goes on in a new episode; a closed one is reopened by registering her again.
     *
     * @throws IllegalStateException when she is in custody already
     */
    public void returnToCustody(
            String caseNumber,
            String site,
            String legalStatus,
            LocalDate admissionDate,
            Optional<LocalDate> releaseDate) {
        asApplication.run(() -> {
            CaseFile file = cases.get(caseNumber);
            if (file.isInCustody()) {
                throw new IllegalStateException("Case " + caseNumber + " is in custody already.");
            }
            if (!file.isOpen()) {
                reopen(file, site, legalStatus, admissionDate, releaseDate);
                return;
            }
            cases.returnToCustody(caseNumber, site, legalStatus, admissionDate, releaseDate);
            messages.send("ReturnedToCustody", caseNumber, Map.of());
        });
    }

    private void reopen(
            CaseFile file, String site, String legalStatus, LocalDate admissionDate, Optional<LocalDate> releaseDate) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("prisonNumber", file.prisonNumber());
        answers.put("womanName", file.womanName());
        answers.put("dateOfBirth", file.dateOfBirth().toString());
        answers.put("site", site);
        answers.put("admissionDate", admissionDate.toString());
        answers.put("legalStatus", legalStatus);
        answers.put("releaseDate", releaseDate.map(LocalDate::toString).orElse(null));
        answers.put("homeDistrict", file.homeDistrict());
        answers.put("language", file.language());
        register(answers);
    }

    /** The case ends in a named way: died, deported, or another reason that staff give. */
    public void close(String caseNumber, String closingReason) {
        asApplication.run(() -> {
            if (cases.get(caseNumber).isOpen()) {
                messages.send("CaseClosed", caseNumber, Map.of("closingReason", closingReason));
            }
        });
    }
}
