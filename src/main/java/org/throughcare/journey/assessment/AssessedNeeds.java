package org.throughcare.journey.assessment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Need;

/**
 * Reads her needs out of what the conversations noted. Where nobody said where a need stands, it follows from the
 * level; a pathway without a level was not asked, or was declined with the whole conversation.
 */
@Component
class AssessedNeeds {

    private final Facts facts;

    AssessedNeeds(Facts facts) {
        this.facts = facts;
    }

    /** One need for each pathway. */
    List<Need> of(String caseNumber) {
        Map<String, Object> known = facts.of(caseNumber);
        return Arrays.stream(Pathway.values())
                .map(pathway -> need(pathway, known))
                .toList();
    }

    /** Whether she has a need there, be it small. */
    static boolean isNeed(Need need) {
        return need.level() != null && !"none".equals(need.level());
    }

    private static Need need(Pathway pathway, Map<String, Object> known) {
        String level = text(known, pathway.key("need"));
        String date = text(known, pathway.key("target"));
        return new Need(
                pathway.code(),
                level,
                status(pathway, level, known),
                text(known, pathway.key("side")),
                date == null ? null : LocalDate.parse(date));
    }

    private static String status(Pathway pathway, String level, Map<String, Object> known) {
        String noted = text(known, pathway.key("status"));
        if (noted != null) {
            return noted;
        }
        if (level == null) {
            boolean declined =
                    "declined".equals(known.get(Conversation.about(pathway).outcome()));
            return declined ? "declined" : "notAssessed";
        }
        return "none".equals(level) ? "notRequired" : "notStarted";
    }

    private static String text(Map<String, Object> known, String key) {
        Object value = known.get(key);
        return value == null ? null : value.toString();
    }
}
