package org.throughcare.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Emergency access, restricted cases and the access log. For who has no right to one of them the case does not exist. */
@RestController
class CaseAccessController {

    private final EmergencyAccess emergencies;
    private final Restrictions restrictions;
    private final AccessLog log;

    CaseAccessController(EmergencyAccess emergencies, Restrictions restrictions, AccessLog log) {
        this.emergencies = emergencies;
        this.restrictions = restrictions;
        this.log = log;
    }

    /** Why a case is opened in an emergency. */
    record Emergency(@NotBlank @Size(min = 10, max = 500) String reason) {}

    /** Until when a case is open. */
    record Opened(String caseNumber, Instant openUntil) {}

    /** The user ids of those who may know of a case. */
    record Readers(@NotNull @Size(max = 200) Set<@NotBlank String> readers) {}

    /** Any member of the site's staff opens a case in an emergency; her supervisor is told. */
    @PostMapping("/api/cases/{caseNumber}/break-glass")
    @ResponseStatus(HttpStatus.CREATED)
    Opened breakGlass(@PathVariable String caseNumber, @Valid @RequestBody Emergency emergency, SignedIn reader) {
        return new Opened(
                caseNumber,
                emergencies.open(reader, caseNumber, emergency.reason().strip()));
    }

    /** The restricted cases of the supervisor's sites. */
    @GetMapping("/api/restricted-cases")
    List<Restrictions.Restriction> restricted(SignedIn supervisor) {
        return restrictions.of(supervisor);
    }

    /** Whether a case is restricted, and to whom. */
    @GetMapping("/api/cases/{caseNumber}/restriction")
    Restrictions.Restriction restriction(@PathVariable String caseNumber, SignedIn supervisor) {
        return restrictions.get(supervisor, caseNumber);
    }

    /** Restricts a case to the people on the list. */
    @PutMapping("/api/cases/{caseNumber}/restriction")
    Restrictions.Restriction restrict(
            @PathVariable String caseNumber, @Valid @RequestBody Readers readers, SignedIn supervisor) {
        return restrictions.restrict(supervisor, caseNumber, readers.readers());
    }

    /** Lifts the restriction of a case. */
    @DeleteMapping("/api/cases/{caseNumber}/restriction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable String caseNumber, SignedIn supervisor) {
        restrictions.lift(supervisor, caseNumber);
    }

    /** Who read about a case, newest first; for the supervisors of the woman's site. */
    @GetMapping("/api/cases/{caseNumber}/access-log")
    List<AccessLog.Reading> log(@PathVariable String caseNumber, SignedIn supervisor) {
        restrictions.get(supervisor, caseNumber);
        return log.of(caseNumber);
    }
}
