package org.throughcare.casefile;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;

/**
 * The record within the reader's rights: staff read the cases of their sites; a manager reads the codes of all cases and
 * nothing about the person; nobody else reads anything. A case that the reader may not see does not exist for her.
 */
@RestController
@RequestMapping("/api/cases")
class CaseController {

    private static final int MOST_CARDS = 100;

    private final CaseReading reading;

    CaseController(CaseReading reading) {
        this.reading = reading;
    }

    /** What to look for; a page has at most {@value CaseReading#LONGEST_PAGE} cases. */
    record Search(String query, Integer page, Integer size) {}

    /** Which cases the cards are for. */
    record Cards(List<String> caseNumbers) {}

    /** Cases whose case number, prison number or name holds the words, next release first. */
    @GetMapping
    CaseReading.Page<CaseReading.Shown> search(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "25") int size,
            SignedIn reader) {
        return reading.search(reader, query, page, size);
    }

    /** The same, for pages that keep names out of addresses. */
    @PostMapping("/search")
    CaseReading.Page<CaseReading.Shown> searchByContent(@RequestBody Search search, SignedIn reader) {
        return reading.search(
                reader,
                search.query() == null ? "" : search.query(),
                search.page() == null ? 0 : search.page(),
                search.size() == null ? 25 : search.size());
    }

    @GetMapping("/{caseNumber}")
    CaseReading.Shown read(@PathVariable String caseNumber, SignedIn reader) {
        return reading.read(reader, caseNumber);
    }

    /** The journal, newest first. */
    @GetMapping("/{caseNumber}/timeline")
    CaseReading.Page<CaseReading.Shown> timeline(
            @PathVariable String caseNumber,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            SignedIn reader) {
        return reading.timeline(reader, caseNumber, page, size);
    }

    /** What a task card shows about the woman, by case number. Cases that the reader may not see are left out. */
    @PostMapping("/cards")
    Map<String, CaseReading.Shown> cards(@RequestBody Cards wanted, SignedIn reader) {
        List<String> numbers = wanted.caseNumbers() == null ? List.of() : wanted.caseNumbers();
        if (numbers.size() > MOST_CARDS) {
            throw new ErrorResponseException(
                    HttpStatus.BAD_REQUEST,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.BAD_REQUEST, "caseNumbers: at most " + MOST_CARDS + " cards at a time."),
                    null);
        }
        return reading.cards(reader, numbers).stream()
                .collect(Collectors.toMap(card -> (String) card.fields().get("caseNumber"), Function.identity()));
    }
}
