package org.throughcare.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What one reader may see of one case. {@link CaseAccess} makes it. */
public final class CaseView {

    private static final Kinds KINDS = Kinds.load();
    private static final CaseView NOTHING = new CaseView(Relation.NONE, Set.of());

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

    /** Whether she may read what a line of the journal of that kind says. */
    public boolean showsEntry(String kindOfEntry) {
        return showsAll(Kinds.What.ENTRY, kindOfEntry);
    }

    /** Whether she may know what an urgent flag is about; how urgent it is, every reader of the case may know. */
    public boolean showsFlag(String flag) {
        return showsAll(Kinds.What.FLAG, flag);
    }

    /** Whether she may read the inputs and reasons of that decision. */
    public boolean showsDecision(String decision) {
        return showsAll(Kinds.What.DECISION, decision);
    }

    private boolean showsAll(Kinds.What what, String name) {
        return opens() && kinds.containsAll(KINDS.of(what, name));
    }
}
