package org.throughcare.packs;

import java.time.LocalDate;
import java.util.Map;
import org.throughcare.access.CaseView;
import org.throughcare.casefile.CaseFile;

/** Puts together what one pack says. Its template shows the values. */
interface PackSource {

    /** Which pack it is. */
    Pack pack();

    /** The name of its template. */
    String template();

    /**
     * What it says, and nothing that the person who prints it may not read.
     *
     * @throws org.springframework.web.ErrorResponseException 409 when it may not be made now
     */
    Map<String, Object> values(Printing printing);

    /**
     * One printing.
     *
     * @param view what the person who prints it may read
     * @param today at her site
     * @param language in which it speaks to her
     * @param named whether she wants services named that say something of her health or family
     */
    record Printing(CaseFile file, CaseView view, LocalDate today, PackLanguage language, boolean named) {

        String caseNumber() {
            return file.caseNumber();
        }

        /** Whether whoever prints it may read what belongs to that pathway of needs. */
        boolean showsPathway(String pathway) {
            return pathway == null
                    || view.showsFact("need" + Character.toUpperCase(pathway.charAt(0)) + pathway.substring(1));
        }
    }
}
