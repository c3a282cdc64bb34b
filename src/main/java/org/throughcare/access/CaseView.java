package org.throughcare.access;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What one reader may see of one case. {@link CaseAccess} makes it. */
public final class CaseView {

    private static final Kinds KINDS = Kinds.load();
    private static final CaseView NOTHING = new CaseView(Relation.NONE, Set.of());

    private static final Set<InformationKind> CODES = Set.of(InformationKind.IDENTITY, InformationKind.PLAN);

    private final Relation relation;
    private final Set<InformationKind> kinds;

    CaseView(Relation relation, Set<InformationKind> kinds) {
        this.relation = relation;
        this.kinds = Set.copyOf(kinds);
    }

    /** The view of somebody for whom the case does not exist. */
    static CaseView nothing() {
        return NOTHING;
    }

    /** The kinds of information that these facts belong to. */
    public static Set<InformationKind> kindsOfFacts(Set<String> keys) {
        Set<InformationKind> kinds = EnumSet.of(InformationKind.IDENTITY);
        keys.forEach(key -> kinds.addAll(KINDS.of(Kinds.What.FACT, key)));
        return kinds;
    }

    /** What the reader has to do with the case. */
    public Relation relation() {
        return relation;
    }

    /** The kinds of information that she may read. */
    public Set<InformationKind> kinds() {
        return kinds;
    }

    /** Whether she may know that the case exists, and whose it is. */
    public boolean opens() {
        return kinds.contains(InformationKind.IDENTITY);
    }

    /** Whether she may read information of that kind. */
    public boolean shows(InformationKind kind) {
        return kinds.contains(kind);
    }

    /** Whether she may read the fact with that key, the key of a form's field. */
    public boolean showsFact(String key) {
        return showsAll(Kinds.What.FACT, key);
    }

    /** Those of the facts that she may read. */
    public Map<String, Object> shownFacts(Map<String, ?> facts) {
        Map<String, Object> shown = new LinkedHashMap<>();
        facts.forEach((key, value) -> {
            if (showsFact(key)) {
                shown.put(key, value);
            }
        });
        return shown;
    }

    /**
     * Whether she may read what a line of the journal says. A submitted form is shown to who may read one of its answers,
     * a flag and a decision to who may read about that flag and that decision.
     *
     * @param kindOfEntry the line's code
     * @param details what belongs to the line, by name
     */
    public boolean showsEntry(String kindOfEntry, Map<String, ?> details) {
        if (details.get("answers") instanceof Map<?, ?> answers && !answers.isEmpty()) {
            return answers.keySet().stream().anyMatch(key -> showsFact(String.valueOf(key)));
        }
        if (details.containsKey("flag")) {
            return showsFlag(String.valueOf(details.get("flag")));
        }
        if (details.containsKey("decision")) {
            return showsDecision(String.valueOf(details.get("decision")));
        }
        return showsAll(Kinds.What.ENTRY, kindOfEntry);
    }

    /** The details of a line of the journal that {@link #showsEntry} shows, without the answers that she may not read. */
    public Map<String, Object> shownDetails(Map<String, ?> details) {
        Map<String, Object> shown = new LinkedHashMap<>(details);
        if (details.get("answers") instanceof Map<?, ?> answers) {
            Map<String, Object> readable = new LinkedHashMap<>();
            answers.forEach((key, value) -> {
                if (showsFact(String.valueOf(key))) {
                    readable.put(String.valueOf(key), value);
                }
            });
            shown.put("answers", readable);
        }
        return shown;
    }

    /** Whether she may know what an urgent flag is about; how urgent it is, every reader of the case may know. */
    public boolean showsFlag(String flag) {
        return showsAll(Kinds.What.FLAG, flag);
    }

    /** Whether she may read the inputs and reasons of that decision. */
    public boolean showsDecision(String decision) {
        return showsAll(Kinds.What.DECISION, decision);
    }

    /** Whether the rules of that decision tell nothing but codes: nothing of health, safety or offence. */
    public static boolean tellsCodesOnly(String decision) {
        return CODES.containsAll(KINDS.of(Kinds.What.DECISION, decision));
    }

    private boolean showsAll(Kinds.What what, String name) {
        return opens() && kinds.containsAll(KINDS.of(what, name));
    }
}
