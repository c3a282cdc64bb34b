package org.throughcare.packs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.CaseDoor;
import org.throughcare.casefile.Journal;
import org.throughcare.time.WorkingCalendar;

/** Where packs are asked for. Each printing is a line of the journal. */
@Component
@Transactional
class PackDesk {

    private final CaseDoor door;
    private final List<PackSource> sources;
    private final WorkingCalendar calendar;
    private final Journal journal;

    PackDesk(CaseDoor door, List<PackSource> sources, WorkingCalendar calendar, Journal journal) {
        this.door = door;
        this.sources = sources;
        this.calendar = calendar;
        this.journal = journal;
    }

    /**
     * What that pack says now.
     *
     * @param code a {@link Pack}'s
     * @param language a code of {@link PackLanguage}; empty for the one that she speaks
     * @param named whether she wants services named that say something of her health or family
     * @throws ErrorResponseException 404 when there is no such case for that reader, or no such pack, 403 when it is not for
     *     her to print, 400 for a language without words, 409 when it may not be made now
     */
    Printed print(SignedIn reader, String caseNumber, String code, String language, boolean named) {
        CaseDoor.Opened opened = door.open(reader, caseNumber);
        PackSource source = Pack.of(code)
                .flatMap(this::sourceOf)
                .orElseThrow(() -> PackProblems.of(HttpStatus.NOT_FOUND, "There is no such pack."));
        if (!Pack.offeredFor(opened.file(), opened.view()).contains(code)) {
            throw PackProblems.of(
                    HttpStatus.FORBIDDEN,
                    "It is printed while her case is open, by who may read her plan and where she stays.");
        }
        PackLanguage spoken = language(language, opened.file().language());
        Map<String, Object> values = source.values(new PackSource.Printing(
                opened.file(), opened.view(), calendar.today(opened.file().site()), spoken, named));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("pack", code);
        details.put("language", spoken.code());
        journal.write(caseNumber, "packPrinted", "Printed: " + code.replace('-', ' ') + ".", details);
        return new Printed(source.template(), values);
    }

    private Optional<PackSource> sourceOf(Pack pack) {
        return sources.stream().filter(source -> source.pack() == pack).findFirst();
    }

    private static PackLanguage language(String asked, String spoken) {
        return asked.isEmpty()
                ? PackLanguage.spokenBy(spoken)
                : PackLanguage.of(asked)
                        .orElseThrow(() -> PackProblems.of(
                                HttpStatus.BAD_REQUEST, "language: there are packs in en, mi, hi and bn."));
    }
}
