package org.throughcare.upgrade;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.engine.PackagedFiles;
import org.throughcare.engine.TableNames;
import org.throughcare.upgrade.Outlook.Plan;
import org.throughcare.upgrade.StoredModels.Token;
import org.throughcare.upgrade.StoredModels.Version;

/** Compares what runs with what this release brings, and says what would become of each case. Changes nothing. */
final class UpgradeCheck {

    private final StoredModels stored;
    private final Map<String, Model> packaged;
    private final UpgradePlans plans;
    private final Release own;
    private final Map<String, Integer> running;
    private final boolean overtaken;
    private Supply supply;
    private TrialEngine trial;

    private UpgradeCheck(StoredModels stored, Map<String, Model> packaged, UpgradePlans plans, Release own) {
        this.stored = stored;
        this.packaged = packaged;
        this.plans = plans;
        this.own = own;
        this.running = stored.running();
        this.overtaken =
                stored.release().filter(there -> there.isNewerThan(own)).isPresent();
    }

    static UpgradeReport of(DataSource database) {
        return of(database, Model.packaged(), UpgradePlans.packaged(), Release.current());
    }

    static UpgradeReport of(DataSource database, Map<String, Model> packaged, UpgradePlans plans, Release own) {
        return new UpgradeCheck(stored(database), packaged, plans, own).report();
    }

    static StoredModels stored(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return new StoredModels(JdbcClient.create(database), TableNames.of(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of the database cannot be listed.", e);
        }
    }

    private UpgradeReport report() {
        List<Outlook> outlooks = new ArrayList<>();
        try {
            for (Version version : stored.versions()) {
                if (running.containsKey(version.definitionId()) || overtaken && version.isNewest()) {
                    outlooks.add(outlook(version));
                }
            }
        } finally {
            if (trial != null) {
                trial.close();
            }
        }
        return new UpgradeReport(own, stored.release(), outlooks, waitingTables(), withoutLevel());
    }

    private Outlook outlook(Version version) {
        Model old = stored.model(version);
        Model brought = packaged.get(version.process());
        Map<String, List<Token>> tokens = stored.tokens(version);
        boolean same = brought != null && brought.text().equals(old.text());
        if (same && version.isNewest()) {
            return outlook(version, old, tokens, Plan.UNCHANGED, 0, List.of());
        }
        if (brought == null || overtaken || !plans.existsFor(version.process())) {
            return outlook(version, old, tokens, Plan.STAY, 0, List.of());
        }
        if (same) {
            return outlook(version, old, tokens, Plan.ALONG, running(version), List.of());
        }
        return alongWith(brought, version, old, tokens);
    }

    private Outlook alongWith(Model brought, Version version, Model old, Map<String, List<Token>> tokens) {
        try {
            StepMap map = trial().between(old, brought);
            List<Token> left = new ArrayList<>();
            int stuck = 0;
            for (List<Token> ofInstance : tokens.values()) {
                List<Token> here = map.left(ofInstance);
                left.addAll(here);
                stuck += here.isEmpty() ? 0 : 1;
            }
            return outlook(version, old, tokens, Plan.ALONG, running(version) - stuck, left);
        } catch (ProcessEngineException e) {
            return outlook(version, old, tokens, Plan.UNFIT, 0, List.of());
        }
    }

    private Outlook outlook(
            Version version, Model old, Map<String, List<Token>> tokens, Plan plan, int goAlong, List<Token> left) {
        List<Token> all = tokens.values().stream().flatMap(List::stream).toList();
        return new Outlook(
                version.process(),
                version.version(),
                running(version),
                count(old, all),
                goAlong,
                count(old, left),
                plan,
                plan == Plan.UNCHANGED ? Set.of() : missing(old.needs()));
    }

    /** Of a newer release the database holds the tables and forms; what an older node may lack is a part of the program. */
    private Set<String> missing(ModelNeeds needs) {
        return overtaken ? needs.missingCode(supply()) : needs.missing(supply());
    }

    private int running(Version version) {
        return running.getOrDefault(version.definitionId(), 0);
    }

    /** How many instances by step. */
    private static Map<String, Integer> count(Model model, List<Token> tokens) {
        Map<String, Set<String>> instances = new TreeMap<>();
        tokens.forEach(token -> instances
                .computeIfAbsent(model.nameOf(token.step()), step -> new TreeSet<>())
                .add(token.instanceId()));
        Map<String, Integer> counts = new TreeMap<>();
        instances.forEach((step, ids) -> counts.put(step, ids.size()));
        return counts;
    }

    private Set<String> waitingTables() {
        Set<String> waiting = new TreeSet<>();
        PackagedFiles.in("dmn", "dmn").forEach((file, text) -> stored.tableOfPeople(file.replace(".dmn", ""))
                .filter(theirs -> !theirs.equals(text))
                .ifPresent(theirs -> waiting.add(file.replace(".dmn", ""))));
        return waiting;
    }

    private Set<String> withoutLevel() {
        Set<String> without = new TreeSet<>();
        if (stored.tableOfPeople("serviceLevels").isPresent()) {
            packaged.values().forEach(model -> without.addAll(model.needs().tasks()));
            without.removeAll(supply().tasksWithLevel());
        }
        return without;
    }

    private Supply supply() {
        if (supply == null) {
            supply = Supply.of(packaged, stored);
        }
        return supply;
    }

    private TrialEngine trial() {
        if (trial == null) {
            trial = new TrialEngine(plans);
        }
        return trial;
    }
}
