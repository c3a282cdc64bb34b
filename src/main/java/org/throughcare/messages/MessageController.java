package org.throughcare.messages;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffGroups;

/** What became of messages, and how each kind looks; for administrators. */
@RestController
@RequestMapping("/api/messages")
class MessageController {

    private static final String SAMPLE_CASE = "NORTH-2026-12";

    private final MessageBook book;
    private final UndeliveredMessages undelivered;
    private final LetterWriter letters;
    private final MessageFolder folder;
    private final Carrier carrier;
    private final CaseAccess cases;

    MessageController(
            MessageBook book,
            UndeliveredMessages undelivered,
            LetterWriter letters,
            MessageFolder folder,
            Carrier carrier,
            CaseAccess cases) {
        this.book = book;
        this.undelivered = undelivered;
        this.letters = letters;
        this.folder = folder;
        this.carrier = carrier;
        this.cases = cases;
    }

    /**
     * The newest messages.
     *
     * @param mailServer whether there is one; otherwise messages lie in the folder
     */
    record Messages(boolean mailServer, Map<MessageState, Integer> counts, List<MessageBook.Entry> messages) {}

    /** A letter of that kind. */
    record Preview(Template template, Letter letter) {}

    @GetMapping
    Messages newest(@RequestParam(required = false) MessageState state, SignedIn person) {
        checkRight(person);
        return new Messages(
                carrier.taken() == MessageState.sent,
                book.counts(),
                book.newest(Optional.ofNullable(state), cases.hiddenFrom(person)));
    }

    /** A letter of each kind with invented references. */
    @GetMapping("/templates")
    List<Preview> templates(SignedIn person) {
        checkRight(person);
        return Arrays.stream(Template.values())
                .map(template -> new Preview(template, letters.write(template, sample(template), 0)))
                .toList();
    }

    private static List<Line> sample(Template template) {
        return switch (template) {
            case notice -> List.of(Line.aboutCase(News.taskAssigned, SAMPLE_CASE));
            case digest ->
                News.CHOSEN.stream()
                        .map(news -> Line.aboutCase(news, SAMPLE_CASE))
                        .toList();
            case alert -> List.of(Line.aboutCase(News.supervisorNeeded, SAMPLE_CASE));
            case referral -> List.of(Line.aboutReferral(News.referralWaits, SAMPLE_CASE, 7));
            case stop -> List.of(Line.aboutReferral(News.referralTakenBack, SAMPLE_CASE, 7));
        };
    }

    /** What the recipient reads. */
    @GetMapping("/{id}/letter")
    Letter letter(@PathVariable long id, SignedIn person) {
        checkRight(person);
        OutgoingMessage message = shown(id, person);
        return letters.write(message.template(), message.lines(), message.more());
    }

    /** The message as it lies in the folder. */
    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable long id, SignedIn person) throws IOException {
        checkRight(person);
        shown(id, person);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".eml")
                                .build()
                                .toString())
                .body(folder.read(id).orElseThrow(MessageController::unknown));
    }

    /** The message goes again. */
    @PostMapping("/{id}/try-again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tryAgain(@PathVariable long id, SignedIn person) {
        checkRight(person);
        shown(id, person);
        if (!undelivered.tryAgain(id)) {
            throw problem(HttpStatus.CONFLICT, "This message did not fail, so there is nothing to try again.");
        }
    }

    /** A message that names no case which is restricted and does not exist for that person. */
    private OutgoingMessage shown(long id, SignedIn person) {
        Set<String> hidden = cases.hiddenFrom(person);
        return book.find(id)
                .filter(message -> message.lines().stream()
                        .noneMatch(line ->
                                line.namedCase().filter(hidden::contains).isPresent()))
                .orElseThrow(MessageController::unknown);
    }

    private static void checkRight(SignedIn person) {
        if (!person.in(StaffGroups.ADMINISTRATOR)) {
            throw problem(HttpStatus.FORBIDDEN, "Messages are looked after by administrators.");
        }
    }

    private static ErrorResponseException unknown() {
        return problem(HttpStatus.NOT_FOUND, "There is no such message.");
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
