package org.throughcare.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.nodes.Node;
import org.throughcare.sealing.Rings;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/** Compares what people and the prison's own system said with what the record, opened with its key, says of it. */
final class RecordAudit {

    /**
     * What the program itself may take away again (the journal keeps it): an earlier choice of hers, when the later one
     * is that there is none; the provider that was asked, when it declined and no other is left to propose; what members
     * said at an earlier panel; the day by which something should be reached, when a new need has none.
     */
    private static final Pattern TAKEN_AWAY = Pattern.compile("lynchPinNeed|secondLynchPinNeed|providerId"
            + "|panelAttendance|panelContribution|programmesToExplain|target(?!Date)[A-Z].*");

    /** Of packaged nodes, and of an application within a test (application-test.yaml). */
    private static final String KEYS = Node.RECORD_KEYS + ",test:a2V5IG9mIHRoZSB0ZXN0cywgb2xkIGFuZCBrbm93biE=";

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final SealedTable journal;
    private final SealedTable facts;
    private final Map<String, Set<String>> fieldsOfForms = new HashMap<>();

    RecordAudit(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        Sealing sealing = Rings.sealing(KEYS);
        this.journal = sealing.table("journal_entry", "summary", "details");
        this.facts = sealing.table("case_fact", "fact_value");
    }

    private record Handed(String form, String task, String subject, Map<String, JsonNode> answers) {}

    private record Place(String subject, String key) {}

    private record Fact(String origin, JsonNode value) {}

    List<String> lost() {
        List<String> lost = new ArrayList<>();
        Map<String, List<Handed>> written = written();
        written.forEach((caseNumber, forms) -> lost.addAll(factsLost(caseNumber, forms)));
        lost.addAll(answersLost(written));
        lost.addAll(eventsAnsweredWrongly());
        lost.addAll(eventsWithoutEffect());
        return lost;
    }

    /** Forms in the journal by case, oldest first. */
    private Map<String, List<Handed>> written() {
        Map<String, List<Handed>> written = new TreeMap<>();
        jdbc.sql(
                        """
                select case_number, details from journal_entry
                where kind = 'formSubmitted' and case_number is not null order by id""")
                .query(row -> {
                    JsonNode details = json(journal.open(row, "details"));
                    Map<String, JsonNode> answers = new LinkedHashMap<>();
                    details.path("answers")
                            .fields()
                            .forEachRemaining(answer -> answers.put(answer.getKey(), answer.getValue()));
                    written.computeIfAbsent(row.getString("case_number"), number -> new ArrayList<>())
                            .add(new Handed(
                                    details.path("form").asText(),
                                    details.path("task").asText(),
                                    details.path("subject").asText(),
                                    answers));
                });
        return written;
    }

    /** Each acknowledged form has a line of its own in the journal, with the answers that were given. */
    private List<String> answersLost(Map<String, List<Handed>> written) {
        Map<String, List<Handed>> left = new HashMap<>();
        written.forEach((caseNumber, forms) -> left.put(caseNumber, new ArrayList<>(forms)));
        List<String> lost = new ArrayList<>();
        Map<String, String> cases = casesOfTasks();
        ledger.answers().forEach((task, given) -> {
            List<Handed> forms = left.get(cases.get(task));
            if (forms == null) {
                return;
            }
            Handed found = forms.stream()
                    .filter(form -> form.task().equals(given.element()))
                    .filter(form -> agrees(form, given.answers()))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                lost.add("answers to " + given.element() + " of " + cases.get(task));
            } else {
                forms.remove(found);
            }
        });
        return lost;
    }

    private Map<String, String> casesOfTasks() {
        Map<String, String> cases = new HashMap<>();
        jdbc.sql(
                        """
                select task.id_, process.business_key_ from act_hi_taskinst task
                join act_hi_procinst process on process.id_ = task.proc_inst_id_
                join case_file on case_number = process.business_key_""")
                .query(row -> {
                    cases.put(row.getString(1), row.getString(2));
                });
        return cases;
    }

    /** Fields that the answers hide are not kept. */
    private static boolean agrees(Handed form, Map<String, Object> given) {
        return form.answers().entrySet().stream()
                .filter(answer -> given.get(answer.getKey()) != null)
                .allMatch(answer -> same(answer.getValue(), Caller.JSON.valueToTree(given.get(answer.getKey()))));
    }

    /** What the last form said of something is what is known, unless a part of the program said otherwise since. */
    private List<String> factsLost(String caseNumber, List<Handed> forms) {
        Map<Place, Handed> last = new LinkedHashMap<>();
        for (Handed form : forms) {
            fieldsOf(form.form()).forEach(key -> last.remove(new Place(form.subject(), key)));
            form.answers().keySet().forEach(key -> last.put(new Place(form.subject(), key), form));
        }
        Map<Place, Fact> known = known(caseNumber);
        List<String> lost = new ArrayList<>();
        last.forEach((place, form) -> {
            Fact fact = known.get(place);
            boolean isGone = fact == null && !TAKEN_AWAY.matcher(place.key()).matches();
            boolean isOther = fact != null
                    && fact.origin().equals(form.task())
                    && !same(fact.value(), form.answers().get(place.key()));
            if (isGone || isOther) {
                lost.add("fact " + place.key() + " from " + form.form() + " in the record of " + caseNumber);
            }
        });
        return lost;
    }

    private Map<Place, Fact> known(String caseNumber) {
        Map<Place, Fact> known = new HashMap<>();
        jdbc.sql("select case_number, scope, fact_key, origin, fact_value from case_fact where case_number = ?")
                .param(caseNumber)
                .query(row -> {
                    known.put(
                            new Place(row.getString("scope"), row.getString("fact_key")),
                            new Fact(row.getString("origin"), json(facts.open(row, "fact_value"))));
                });
        return known;
    }

    private Set<String> fieldsOf(String form) {
        return fieldsOfForms.computeIfAbsent(form, id -> {
            Set<String> keys = new HashSet<>();
            try {
                collect(Caller.JSON.readTree(new File("forms", id + ".form")), keys);
            } catch (IOException e) {
                throw new AssertionError("No form " + id, e);
            }
            return keys;
        });
    }

    private static void collect(JsonNode component, Set<String> keys) {
        if (component.hasNonNull("key")) {
            keys.add(component.path("key").asText());
        }
        component.path("components").forEach(part -> collect(part, keys));
    }

    /** Whether an event counted is what its sender was told. */
    private List<String> eventsAnsweredWrongly() {
        Map<String, Boolean> kept = new HashMap<>();
        jdbc.sql("select case_number, event_type, occurred_at, applied from custody_event")
                .query(row -> {
                    kept.put(
                            row.getString(1) + " " + row.getString(2) + " "
                                    + row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getBoolean(4));
                });
        return ledger.events().values().stream()
                .map(event -> Map.entry(event.caseNumber() + " " + event.type() + " " + event.occurredAt(), event))
                .filter(event -> kept.containsKey(event.getKey())
                        && kept.get(event.getKey()) != event.getValue().applied())
                .map(event -> "answer to event " + event.getKey())
                .toList();
    }

    /** Of several events about one thing the newest that counted is true. */
    private List<String> eventsWithoutEffect() {
        Map<String, Ledger.Event> newest = new HashMap<>();
        ledger.events().values().stream()
                .filter(Ledger.Event::applied)
                .forEach(event -> newest.merge(
                        event.type() + " " + event.caseNumber(),
                        event,
                        (one, other) -> one.occurredAt().isAfter(other.occurredAt()) ? one : other));
        List<String> without = new ArrayList<>();
        jdbc.sql("select case_number, release_date, site, released_at from case_file")
                .query(row -> {
                    String number = row.getString("case_number");
                    expect(
                            newest.get("releaseDateChanged " + number),
                            "releaseDate",
                            row.getString("release_date"),
                            without);
                    expect(newest.get("transferred " + number), "toSite", row.getString("site"), without);
                    if (newest.containsKey("released " + number) && row.getString("released_at") == null) {
                        without.add("effect of released in " + number);
                    }
                });
        return without;
    }

    private static void expect(Ledger.Event event, String field, String known, List<String> without) {
        if (event != null && !String.valueOf(event.fields().get(field)).equals(known)) {
            without.add("effect of " + event.type() + " in " + event.caseNumber());
        }
    }

    private static boolean same(JsonNode one, JsonNode other) {
        if (one == null || other == null) {
            return false;
        }
        if (one.isNumber() && other.isNumber()) {
            return new BigDecimal(one.asText()).compareTo(new BigDecimal(other.asText())) == 0;
        }
        if (one.isTextual() && other.isTextual()) {
            return one.asText().strip().equals(other.asText().strip());
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int place = 0; place < one.size(); place++) {
                if (!same(one.get(place), other.get(place))) {
                    return false;
                }
            }
            return true;
        }
        if (one.isObject() && other.isObject()) {
            for (Map.Entry<String, JsonNode> field : one.properties()) {
                if (other.has(field.getKey()) && !same(field.getValue(), other.get(field.getKey()))) {
                    return false;
                }
            }
            return true;
        }
        return one.equals(other);
    }

    private static JsonNode json(String text) {
        try {
            return Caller.JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("Not JSON", e);
        }
    }
}
