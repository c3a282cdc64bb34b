package org.throughcare.messages;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;

/** How the signed-in person wants to be told of what; everybody chooses for herself. */
@RestController
@RequestMapping("/api/notifications")
class NotificationController {

    private final NotificationChoices choices;
    private final LetterWriter letters;
    private final Readers readers;
    private final MessageSettings settings;

    NotificationController(
            NotificationChoices choices, LetterWriter letters, Readers readers, MessageSettings settings) {
        this.choices = choices;
        this.letters = letters;
        this.readers = readers;
        this.settings = settings;
    }

    /** Her choice for one kind of news. */
    record Choice(News news, String words, How how) {}

    /**
     * Her choices.
     *
     * @param address where messages go; null when none is kept
     * @param digestAt when the daily digest is written, local time at her site
     */
    record Notifications(String address, String digestAt, List<Choice> choices) {}

    /** What she wants. */
    record Wish(@NotNull Map<News, How> choices) {}

    @GetMapping
    Notifications mine(SignedIn person) {
        Map<News, How> chosen = choices.of(person.userId());
        return new Notifications(
                readers.addressOf(person.userId()).orElse(null),
                settings.digestAt().toString(),
                News.CHOSEN.stream()
                        .map(news -> new Choice(news, letters.wordsOnPage(news), chosen.get(news)))
                        .toList());
    }

    @PutMapping
    Notifications choose(@Valid @RequestBody Wish wish, SignedIn person) {
        if (!Set.copyOf(News.CHOSEN).containsAll(wish.choices().keySet())
                || wish.choices().containsValue(null)) {
            throw new ErrorResponseException(
                    HttpStatus.BAD_REQUEST,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.BAD_REQUEST, "choices: off, atOnce or digest for each of " + News.CHOSEN + "."),
                    null);
        }
        choices.choose(person.userId(), wish.choices());
        return mine(person);
    }
}
