package org.throughcare.journey.casemanagement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.Need;
import org.throughcare.casefile.Needs;
import org.throughcare.casefile.NewObjective;
import org.throughcare.casefile.Objectives;

/** Turns what the weekly meeting noted about a new need into a need, its facts and an objective. */
@Component
class NewNeeds {

    private static final String FORM = "holdWeeklyMeeting";
    private static final List<String> LEVELS = List.of("none", "low", "medium", "high");

    private final Facts facts;
    private final Needs needs;
    private final Objectives objectives;

    NewNeeds(Facts facts, Needs needs, Objectives objectives) {
        this.facts = facts;
        this.needs = needs;
        this.objectives = objectives;
    }

    void record(String caseNumber) {
        Map<String, Object> noted = facts.of(caseNumber);
        String pathway = (String) noted.get("newNeedPathway");
        String suffix = Character.toUpperCase(pathway.charAt(0)) + pathway.substring(1);
        String level = higher((String) noted.get("need" + suffix), (String) noted.get("newNeedLevel"));
        String side = (String) noted.get("newObjectiveSide");
        Object by = noted.get("newObjectiveBy");
        LocalDate target = by == null ? null : LocalDate.parse(by.toString());
        needs.record(caseNumber, new Need(pathway, level, "notStarted", side, target));
        facts.put(caseNumber, Facts.CASE, asFacts(suffix, level, side, by), FORM);
        objectives.add(caseNumber, new NewObjective((String) noted.get("newObjective"), pathway, side, target));
    }

    private static Map<String, Object> asFacts(String suffix, String level, String side, Object target) {
        Map<String, Object> values = new HashMap<>();
        values.put("need" + suffix, level);
        values.put("status" + suffix, "notStarted");
        values.put("side" + suffix, side);
        values.put("target" + suffix, target);
        return values;
    }

    /** A new matter never makes a known need look smaller. */
    private static String higher(String known, String noted) {
        return LEVELS.indexOf(known) > LEVELS.indexOf(noted) ? known : noted;
    }
}
