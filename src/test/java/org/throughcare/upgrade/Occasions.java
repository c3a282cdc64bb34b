package org.throughcare.upgrade;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.Contacts;
import org.throughcare.casefile.NewFlag;
import org.throughcare.casefile.NewStep;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.models.Models;
import org.throughcare.referrals.NewReferral;
import org.throughcare.referrals.Provider;
import org.throughcare.referrals.Referrals;

/** What the record and the codes of a process hold when a case comes to the middle of it. */
@Component
class Occasions {

    private static final String TREATMENT = "individualPsychologicalTreatment";

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern CODE = Pattern.compile("(?<![.'\\w])([a-z]\\w*)\\b(?!\\s*[.(])");
    private static final Set<String> NO_CODES = Set.of("execution", "true", "false", "null", "not", "or", "and");

    private final Contacts contacts;
    private final ProgrammeSteps steps;
    private final UrgentFlags flags;
    private final Referrals referrals;

    Occasions(Contacts contacts, ProgrammeSteps steps, UrgentFlags flags, Referrals referrals) {
        this.contacts = contacts;
        this.steps = steps;
        this.flags = flags;
        this.referrals = referrals;
    }

    /** Codes for every expression of that model, and what they point to when a case is at that step. */
    Map<String, Object> of(BpmnModelInstance model, FlowNode step, CaseFile woman, Instant now) {
        Map<String, Object> codes = named(Bpmn.convertToString(model), now);
        switch (Models.idOf(model)) {
            case "followUp" -> followUp(woman, now, codes);
            case "programmeSequencing" -> programmes(woman, step, now, codes);
            case "urgentResponse" ->
                codes.put(
                        "flagId",
                        flags.raise(new NewFlag(
                                woman.caseNumber(),
                                "familyThreat",
                                "urgent",
                                "caseOfficer",
                                tomorrow(now),
                                "A threat.")));
            case "referral" -> referral(woman, codes);
            case "releaseDay" -> codes.put("nextDayOver", Date.from(tomorrow(now)));
            case "supervision" -> codes.put("supervisedPerson", woman.caseManager());
            case "caseManagement" -> {
                codes.put("plannedTrack", woman.track());
                codes.put("planStillFits", "yes");
            }
            case "intakePanel" -> codes.put("panelRoles", List.of("healthcare", "caseOfficer"));
            default -> {}
        }
        codes.put("caseNumber", woman.caseNumber());
        codes.put("site", woman.site());
        codes.put("track", woman.track());
        codes.put("caseManager", woman.caseManager());
        codes.put("releaseDate", woman.releaseDateIfKnown().orElseThrow().toString());
        return codes;
    }

    private void followUp(CaseFile woman, Instant now, Map<String, Object> codes) {
        codes.put("contactId", contacts.schedule(woman.caseNumber(), "followUp", "phone", tomorrow(now)));
        codes.put("groupMonth", 1);
        codes.put("reassessmentMonth", 3);
        codes.put("searchAttempts", 0);
        codes.put("searchOutcome", "notFound");
        codes.put("contactOutcome", "kept");
    }

    private void programmes(CaseFile woman, FlowNode at, Instant now, Map<String, Object> codes) {
        steps.plan(
                woman.caseNumber(),
                List.of(
                        new NewStep(1, TREATMENT, "preWork", null, "She asked for it."),
                        new NewStep(2, "addictionsGroupProgramme", "programme", TREATMENT, "After the first.")));
        int which = "Gateway_WaitForEarlierWork".equals(at.getId()) ? 1 : 0;
        String step = String.valueOf(steps.of(woman.caseNumber()).get(which).id());
        codes.put("stepId", step);
        codes.put("programmeStepIds", List.of(step));
        codes.put("stepState", "offered");
        codes.put("groupWeeks", 2);
        codes.put("weeksHeld", 0);
        codes.put(
                "startDate",
                LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(3).toString());
    }

    private void referral(CaseFile woman, Map<String, Object> codes) {
        long referral = referrals
                .open(new NewReferral(
                        woman.caseNumber(), "housing", "release", "now", "releaseCoordinator", "soon", "No home."))
                .orElseThrow();
        referrals.choose(
                referral, new Provider("harbourHouse", "Harbour House", "-", LocalDate.MAX, true, OptionalInt.empty()));
        codes.put("referralId", referral);
        codes.put("subject", "referral:" + referral);
    }

    private static Map<String, Object> named(String model, Instant now) {
        Map<String, Object> codes = new HashMap<>();
        Matcher expressions = EXPRESSION.matcher(model);
        while (expressions.find()) {
            Matcher names = CODE.matcher(expressions.group(1).replaceAll("'[^']*'", ""));
            while (names.find()) {
                codes.put(names.group(1), sample(names.group(1), model, now));
            }
        }
        codes.keySet().removeIf(name -> name.matches(".*(Delegate|Listener)") || NO_CODES.contains(name));
        return codes;
    }

    private static Object sample(String name, String model, Instant now) {
        Matcher compared = Pattern.compile("\\b" + name + " == '(\\w+)'").matcher(model);
        if (compared.find()) {
            return compared.group(1);
        }
        String ending = name.replaceAll(".*(?=[A-Z])", "");
        return switch (ending) {
            case "Role", "Adviser" -> "caseOfficer";
            case "By", "At" -> tomorrow(now).toString();
            case "On", "Date" ->
                LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(7).toString();
            case "Within", "Every", "After" -> "P7D";
            case "Subject" -> name + ":" + LocalDate.ofInstant(now, ZoneOffset.UTC);
            default -> true;
        };
    }

    private static Instant tomorrow(Instant now) {
        return now.plus(Duration.ofDays(1));
    }
}
