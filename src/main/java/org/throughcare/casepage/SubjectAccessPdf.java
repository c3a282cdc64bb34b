package org.throughcare.casepage;

import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.packs.PdfMaker;

/** The export of everything that is held about a woman, to read and to print. */
@Component
class SubjectAccessPdf {

    private final PdfMaker pdf;

    SubjectAccessPdf(PdfMaker pdf) {
        this.pdf = pdf;
    }

    byte[] of(SubjectAccess held) {
        return pdf.make(
                "subject-access", Map.of("held", held, "zone", ZoneId.of(held.zone()), "moment", "d MMM yyyy, HH:mm"));
    }
}
