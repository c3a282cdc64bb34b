package org.throughcare.access;

import java.util.EnumSet;
import java.util.Set;

/** Where something about a woman was read. */
public enum ReadAt {
    /** A result of a search or another list of cases. */
    SEARCH(true),
    /** The card on a task or in a list. */
    CARD(true),
    /** The page of the case. */
    PAGE(false),
    /** The form of a task. */
    FORM(false),
    /** A file made for her or about her. */
    EXPORT(false),
    /** The calendar of somebody who works with her: its case number and the days of her plan. */
    CALENDAR(true);

    private final boolean list;

    ReadAt(boolean list) {
        this.list = list;
    }

    /** What of the kinds that a reader may read stands there: in lists it is who she is, and her urgent flags. */
    Set<InformationKind> shown(Set<InformationKind> kinds) {
        Set<InformationKind> shown = EnumSet.noneOf(InformationKind.class);
        shown.addAll(kinds);
        if (this == CALENDAR) {
            shown.retainAll(EnumSet.of(InformationKind.IDENTITY, InformationKind.PLAN));
        } else if (list) {
            shown.retainAll(EnumSet.of(InformationKind.IDENTITY, InformationKind.HEALTH, InformationKind.SAFETY));
        }
        return shown;
    }

    /** Whether many are read at once there. */
    boolean isList() {
        return list;
    }
}
