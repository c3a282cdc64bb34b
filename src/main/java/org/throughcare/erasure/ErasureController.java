package org.throughcare.erasure;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffGroups;
import org.throughcare.casefile.NoSuchCaseException;

/** Erases a closed case on an order, and shows the proof. For administrators, who read nothing of it. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/erasure")
class ErasureController {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./-]{2,39}");

    private final CaseErasure erasure;
    private final ErasureProofs proofs;

    ErasureController(CaseErasure erasure, ErasureProofs proofs) {
        this.erasure = erasure;
        this.proofs = proofs;
    }

    /**
     * An order to erase.
     *
     * @param confirm the case number once more
     * @param reason a code of {@link Ground}
     * @param reference file number of the letter or the judgment, where who and why can be read
     */
    record Order(String confirm, String reason, String reference) {}

    @PostMapping
    ErasureProof erase(@PathVariable String caseNumber, @RequestBody Order order, SignedIn person) {
        checkRight(person);
        if (!caseNumber.equals(order.confirm())) {
            throw problem(HttpStatus.BAD_REQUEST, "confirm: repeat the number of the case that is to be erased.");
        }
        Ground ground = Ground.ofAnOrder(order.reason())
                .orElseThrow(() -> problem(HttpStatus.BAD_REQUEST, "reason: one of " + Ground.codesOfAnOrder() + "."));
        if (order.reference() == null || !REFERENCE.matcher(order.reference()).matches()) {
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "reference: the file number of the order, 3 to 40 letters, digits, full stops, strokes and dashes."
                            + " It is kept, so it must not name her.");
        }
        return erasure.erase(caseNumber, ground, order.reference());
    }

    @GetMapping
    List<ErasureProof> proofs(@PathVariable String caseNumber, SignedIn person) {
        checkRight(person);
        List<ErasureProof> found = proofs.of(caseNumber);
        if (found.isEmpty()) {
            throw problem(HttpStatus.NOT_FOUND, "No case of that number was erased.");
        }
        return found;
    }

    @ExceptionHandler
    ProblemDetail stillOpen(CaseStillOpenException open) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, open.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchCaseException unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no case of that number.");
    }

    private static void checkRight(SignedIn person) {
        if (!person.in(StaffGroups.ADMINISTRATOR)) {
            throw problem(HttpStatus.FORBIDDEN, "Cases are erased by administrators, on an order.");
        }
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
