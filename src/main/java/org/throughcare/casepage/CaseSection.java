package org.throughcare.casepage;

/** A part of the case page. A reader who may not see it learns that there is such a part, and nothing of it. */
interface CaseSection {

    /** Its name in the answer. */
    String name();

    /** Whether that reader may see it. */
    boolean isFor(CaseReader reader);

    /** What it says, without what she may not see of it. */
    Object read(CaseReader reader);
}
