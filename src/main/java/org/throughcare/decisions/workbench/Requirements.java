package org.throughcare.decisions.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.NamedElement;
import org.springframework.stereotype.Component;
import org.throughcare.decisions.workbench.TableText.Column;
import org.throughcare.engine.TableVersions;

/**
 * Which table feeds which: a table requires another when an input of hers bears the name of the other's output. Drawn as
 * DMN's requirements diagram, what feeds above what is fed.
 */
@Component
class Requirements {

    private static final String NAMESPACE = "https://throughcare.org/dmn";
    private static final int WIDTH = 190;
    private static final int HEIGHT = 70;
    private static final int ACROSS = 230;
    private static final int DOWN = 150;
    private static final int MARGIN = 40;
    private static final int IN_A_ROW = 6;

    /** Said by many tables about what they decide; it feeds none. */
    private static final Set<String> FEEDS_NOTHING =
            Set.of("reason", "role", "priority", "channel", "kind", "name", "activity", "service", "every");

    private final TableVersions tables;

    Requirements(TableVersions tables) {
        this.tables = tables;
    }

    /** The diagram as a DMN file. */
    String picture() {
        Map<String, TableText> all = new LinkedHashMap<>();
        tables.newest().forEach(version -> all.put(version.decision(), TableText.of(tables.text(version))));
        return picture(all, feeds(all));
    }

    /** By table, the tables that it requires. */
    private static Map<String, Set<String>> feeds(Map<String, TableText> all) {
        Map<String, Set<String>> required = new LinkedHashMap<>();
        all.forEach((id, table) -> {
            Set<String> from = new LinkedHashSet<>();
            table.inputs().stream()
                    .map(Column::name)
                    .filter(name -> !FEEDS_NOTHING.contains(name))
                    .forEach(name -> all.forEach((other, feeder) -> {
                        boolean says = feeder.outputs().stream()
                                .anyMatch(output -> output.name().equals(name));
                        if (says && !other.equals(id)) {
                            from.add(other);
                        }
                    }));
            required.put(id, from);
        });
        return required;
    }

    private static String picture(Map<String, TableText> all, Map<String, Set<String>> required) {
        DmnModelInstance model = Dmn.createEmptyModel();
        Definitions definitions = named(model.newInstance(Definitions.class), "requirements", "Decision tables");
        definitions.setNamespace(NAMESPACE);
        model.setDefinitions(definitions);
        Map<String, Decision> drawn = new LinkedHashMap<>();
        all.forEach((id, table) -> {
            Decision decision = named(model.newInstance(Decision.class), id, table.name());
            definitions.addChildElement(decision);
            drawn.put(id, decision);
        });
        required.forEach((id, feeders) -> feeders.forEach(feeder -> {
            InformationRequirement requirement = model.newInstance(InformationRequirement.class);
            requirement.setAttributeValue("id", edge(feeder, id));
            drawn.get(id).getInformationRequirements().add(requirement);
            requirement.setRequiredDecision(drawn.get(feeder));
        }));
        String xml = Dmn.convertToString(model);
        return xml.replace("</definitions>", diagram(places(required), required) + "</definitions>");
    }

    private static <T extends NamedElement> T named(T element, String id, String name) {
        element.setId(id);
        element.setName(name);
        return element;
    }

    private static String edge(String from, String to) {
        return "Requirement_" + from + "_" + to;
    }

    private record Place(int x, int y) {}

    /** What feeds nothing and is fed by nothing stands below. */
    private static Map<String, Place> places(Map<String, Set<String>> required) {
        Set<String> feeding = new HashSet<>();
        required.values().forEach(feeding::addAll);
        Map<Integer, List<String>> rows = new TreeMap<>();
        List<String> alone = new ArrayList<>();
        required.forEach((id, feeders) -> {
            if (feeders.isEmpty() && !feeding.contains(id)) {
                alone.add(id);
            } else {
                rows.computeIfAbsent(depth(id, required, new HashSet<>()), key -> new ArrayList<>())
                        .add(id);
            }
        });
        Map<String, Place> places = new HashMap<>();
        int y = MARGIN;
        for (List<String> row : rows.values()) {
            y = place(row, y, places);
        }
        place(alone, y, places);
        return places;
    }

    private static int place(List<String> row, int y, Map<String, Place> places) {
        row.sort(Comparator.naturalOrder());
        int bottom = y;
        for (int number = 0; number < row.size(); number++) {
            bottom = y + number / IN_A_ROW * (HEIGHT + MARGIN);
            places.put(row.get(number), new Place(MARGIN + number % IN_A_ROW * ACROSS, bottom));
        }
        return bottom + DOWN;
    }

    private static int depth(String id, Map<String, Set<String>> required, Set<String> above) {
        if (!above.add(id)) {
            return 0;
        }
        int depth = required.get(id).stream()
                .mapToInt(feeder -> depth(feeder, required, above) + 1)
                .max()
                .orElse(0);
        above.remove(id);
        return depth;
    }

    private static String diagram(Map<String, Place> places, Map<String, Set<String>> required) {
        StringBuilder xml =
                new StringBuilder("<dmndi:DMNDI xmlns:dmndi=\"https://www.omg.org/spec/DMN/20191111/DMNDI/\""
                        + " xmlns:dc=\"http://www.omg.org/spec/DMN/20180521/DC/\""
                        + " xmlns:di=\"http://www.omg.org/spec/DMN/20180521/DI/\"><dmndi:DMNDiagram id=\"Diagram\">");
        places.forEach((id, place) -> xml.append(
                "<dmndi:DMNShape id=\"Shape_%s\" dmnElementRef=\"%s\"><dc:Bounds x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></dmndi:DMNShape>"
                        .formatted(id, id, place.x(), place.y(), WIDTH, HEIGHT)));
        required.forEach((id, feeders) -> feeders.forEach(feeder -> {
            Place from = places.get(feeder);
            Place to = places.get(id);
            xml.append(
                    "<dmndi:DMNEdge id=\"Edge_%s_%s\" dmnElementRef=\"%s\"><di:waypoint x=\"%d\" y=\"%d\"/><di:waypoint x=\"%d\" y=\"%d\"/></dmndi:DMNEdge>"
                            .formatted(
                                    feeder,
                                    id,
                                    edge(feeder, id),
                                    from.x() + WIDTH / 2,
                                    from.y() + HEIGHT,
                                    to.x() + WIDTH / 2,
                                    to.y()));
        }));
        return xml.append("</dmndi:DMNDiagram></dmndi:DMNDI>").toString();
    }
}
