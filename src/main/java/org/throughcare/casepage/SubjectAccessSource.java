package org.throughcare.casepage;

import java.util.List;
import org.throughcare.casefile.CaseFile;

/** Gives parts of the export of everything that is held about a woman. */
interface SubjectAccessSource {

    /** The parts; empty ones are left out. */
    List<SubjectAccess.Part> of(CaseFile file);
}
