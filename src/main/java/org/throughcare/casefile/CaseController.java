package org.throughcare.casefile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;

/**
 * Finds cases within the reader's rights: staff find the cases of their sites; a manager finds the codes of all cases and
 * nothing about the person; nobody else finds anything. A case that the reader may not see does not exist for her.
 */
@RestController
@RequestMapping("/api/cases")
class CaseController {

    private static final int MOST_CARDS = 100;

    private final CaseReading reading;

    CaseController(CaseReading reading) {
        this.reading = reading;
    }

    /**
     * What to look for; see {@link CaseFilter}. A page has at most {@value PageOf#LONGEST} cases.
     *
     * @param after the {@code next} of the page before
     */
    record Search(
            String query,
            @Pattern(regexp = "open|closed") String status,
            List<String> phases,
            List<String> tracks,
            @Min(1) @Max(520) Integer releaseWithinWeeks,
            boolean releaseDateUnknown,
            String caseManager,
            boolean unassigned,
            boolean openFlags,
            boolean overdue,
            String after,
            Integer size) {

        CaseFilter filter() {
            return new CaseFilter(
                    query,
                    status,
                    phases,
                    tracks,
                    releaseWithinWeeks,
                    releaseDateUnknown,
                    caseManager,
                    unassigned,
                    openFlags,
                    overdue);
        }
    }

    /** Which cases the cards are for. */
    record Cards(List<String> caseNumbers) {}

    /** Cases that fit the words, next release first. */
    @GetMapping
    CaseReading.Found search(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "25") int size,
            SignedIn reader) {
        return reading.search(reader, CaseFilter.ofWords(query), after, size);
    }

    /** The same with filters, for pages that keep names out of addresses. */
    @PostMapping("/search")
    CaseReading.Found searchByContent(@Valid @RequestBody Search search, SignedIn reader) {
        return reading.search(
                reader,
                search.filter(),
                search.after() == null ? "" : search.after(),
                search.size() == null ? 25 : search.size());
    }

    /** What a task card shows about the woman, by case number. Cases that the reader may not see are left out. */
    @PostMapping("/cards")
    Map<String, Shown> cards(@RequestBody Cards wanted, SignedIn reader) {
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
