package org.throughcare.casepage;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughcare.access.SignedIn;
import org.throughcare.access.StaffGroups;
import org.throughcare.casefile.CaseDoor;
import org.throughcare.casefile.CaseSummaries;
import org.throughcare.casefile.PageOf;
import org.throughcare.casefile.Shown;
import org.throughcare.packs.Pack;
import org.throughcare.sites.Sites;

/** Puts a case together for a reader. */
@Component
@Transactional(readOnly = true)
class CasePages {

    private final CaseDoor door;
    private final CaseSummaries summaries;
    private final List<CaseSection> sections;
    private final Timeline timeline;
    private final CaseActions actions;
    private final Sites sites;

    CasePages(
            CaseDoor door,
            CaseSummaries summaries,
            List<CaseSection> sections,
            Timeline timeline,
            CaseActions actions,
            Sites sites) {
        this.door = door;
        this.summaries = summaries;
        this.sections = sections;
        this.timeline = timeline;
        this.actions = actions;
        this.sites = sites;
    }

    /** The case with its sections; {@code withheld} names those that the reader may not see. */
    Shown read(SignedIn person, String caseNumber) {
        CaseReader reader = open(person, caseNumber);
        Shown page = summaries.of(reader.file(), reader.view());
        page.put("zone", sites.get(reader.file().site()).zone().getId());
        page.put("relation", reader.view().relation().name());
        page.put("kinds", reader.view().kinds().stream().sorted().toList());
        List<String> withheld = new ArrayList<>();
        for (CaseSection section : sections) {
            if (section.isFor(reader)) {
                page.put(section.name(), section.read(reader));
            } else {
                withheld.add(section.name());
            }
        }
        page.put("withheld", withheld);
        page.put("actions", actions.offeredTo(reader));
        page.put("supervises", person.has(StaffGroups.SUPERVISOR, reader.file().site()));
        page.put("packs", Pack.offeredFor(reader.file(), reader.view()));
        page.put("mayExport", SubjectAccessDesk.isOfferedTo(reader));
        return page;
    }

    /** The journal, newest first; lines of one kind, or of all when it is empty. */
    PageOf<Shown> timeline(SignedIn person, String caseNumber, String kind, int page, int size) {
        return timeline.read(open(person, caseNumber), kind, page, size);
    }

    /** Opens the case for that person. */
    CaseReader open(SignedIn person, String caseNumber) {
        CaseDoor.Opened opened = door.open(person, caseNumber);
        return new CaseReader(person, opened.file(), opened.view());
    }
}
