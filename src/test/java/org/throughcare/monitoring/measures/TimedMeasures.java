package org.throughcare.monitoring.measures;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.throughcare.access.SignedIn;

/** The questions of a manager, for tests of the database. */
@TestComponent
public class TimedMeasures {

    private static final SignedIn MANAGER = new SignedIn("benchmark.manager", Set.of("manager"));

    private final MeasureDesk desk;
    private final Scopes scopes;

    TimedMeasures(MeasureDesk desk, Scopes scopes) {
        this.desk = desk;
        this.scopes = scopes;
    }

    private Scope scope(String site) {
        return scopes.of(MANAGER, new Scopes.Question(site, null, null, null, null));
    }

    /** The measures of the overview, of outcomes and of supervision. */
    public List<String> ids() {
        return desk.definitions().stream()
                .filter(definition -> definition.group() != Group.FLOW)
                .map(Definition::id)
                .toList();
    }

    /** One of them, of all sites. */
    public void one(String id) {
        desk.answer(id, scope(null));
    }

    /** All measures of the overview, of all sites. */
    public void overview() {
        desk.answers(Group.OVERVIEW, scope(null));
    }

    /** The same of one site. */
    public void overviewOfOneSite() {
        desk.answers(Group.OVERVIEW, scope("site0"));
    }

    /** The women who leave within six weeks without a safe place. */
    public void list() {
        desk.cases("releases", scope(null), Map.of("within", "w6"), "noHousing", 0, 50);
    }

    /** One of them with the list behind each of its values; returns how many values there are. */
    public int withLists(String id) {
        Definition definition = desk.definitions().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
        Scope scope = scope(null);
        MeasureFiles.of(desk.answer(id, scope));
        if (definition.hasCases()) {
            definition.values().forEach(value -> MeasureFiles.of(desk.allCases(id, scope, Map.of(), value.key())));
        }
        return definition.values().size();
    }
}
