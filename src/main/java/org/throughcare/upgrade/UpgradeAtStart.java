package org.throughcare.upgrade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughcare.access.OneAtATime;
import org.throughcare.start.CannotStartException;
import org.throughcare.upgrade.StoredModels.Version;

/**
 * After the models were deployed, takes every instance that has a plan to the newest version, each in a transaction of its
 * own: what was done is done when a node is stopped half-way, and the next start goes on. One node at a time.
 */
@Component
@Order(UpgradeAtStart.AFTER_DEPLOYMENTS)
class UpgradeAtStart implements ApplicationRunner {

    static final int AFTER_DEPLOYMENTS = 1;

    private static final Logger LOG = LoggerFactory.getLogger(UpgradeAtStart.class);

    /** What somebody works on at that moment is taken in the next one. */
    private static final int ROUNDS = 3;

    private final DataSource database;
    private final JdbcClient jdbc;
    private final InstanceMoves moves;
    private final OneAtATime oneAtATime;
    private final TransactionTemplate each;
    private final UpgradePlans plans = UpgradePlans.packaged();
    private final Release own = Release.current();

    UpgradeAtStart(
            DataSource database,
            JdbcClient jdbc,
            InstanceMoves moves,
            OneAtATime oneAtATime,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.jdbc = jdbc;
        this.moves = moves;
        this.oneAtATime = oneAtATime;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        oneAtATime.run(this::takeAlong);
    }

    private void takeAlong() {
        StoredModels stored = UpgradeCheck.stored(database);
        if (stored.release().filter(there -> there.isNewerThan(own)).isPresent()) {
            return;
        }
        Map<String, Integer> running = stored.running();
        List<Version> versions = stored.versions();
        for (Version newest : versions) {
            if (newest.isNewest() && plans.existsFor(newest.process())) {
                versions.stream()
                        .filter(version -> version.process().equals(newest.process()) && !version.isNewest())
                        .filter(version -> running.containsKey(version.definitionId()))
                        .forEach(version -> take(stored, version, newest));
            }
        }
    }

    private void take(StoredModels stored, Version version, Version newest) {
        Map<String, String> stayed = Map.of();
        for (int round = 0; round < ROUNDS && (round == 0 || !stayed.isEmpty()); round++) {
            stayed = takeOnce(version, newest);
        }
        if (!stayed.isEmpty()) {
            LOG.warn(
                    "{} of {} stay with version {}: {}",
                    stayed.size(),
                    version.process(),
                    version.version(),
                    String.join(" ", new TreeSet<>(stayed.values())));
            refuseToStrand(stored, version, stayed.size());
        }
    }

    /** Why those stayed that did, by instance. */
    private Map<String, String> takeOnce(Version version, Version newest) {
        Map<String, String> stayed = new LinkedHashMap<>();
        int moved = 0;
        for (Instance instance : instances(version)) {
            try {
                moved += move(instance, version, newest) ? 1 : 0;
            } catch (CannotMoveException e) {
                stayed.put(instance.id(), e.getMessage());
            } catch (DataAccessException e) {
                stayed.put(instance.id(), "Somebody worked on it.");
            }
        }
        LOG.info(
                "{} of {} go on with version {} instead of {}.",
                moved,
                version.process(),
                newest.version(),
                version.version());
        return stayed;
    }

    /** @param caseNumber null when it is about no case */
    private record Instance(String id, String caseNumber) {}

    private List<Instance> instances(Version version) {
        return jdbc.sql(
                        """
                select e.ID_, c.case_number from ACT_RU_EXECUTION e
                left join case_file c on c.case_number = e.BUSINESS_KEY_
                where e.PARENT_ID_ is null and e.PROC_DEF_ID_ = ? order by e.ID_""")
                .param(version.definitionId())
                .query((row, number) -> new Instance(row.getString(1), row.getString(2)))
                .list();
    }

    /** False when it has ended or was moved meanwhile. */
    private boolean move(Instance instance, Version version, Version newest) {
        return Boolean.TRUE.equals(each.execute(transaction -> {
            boolean isThere = jdbc.sql("select count(*) from ACT_RU_EXECUTION where ID_ = ? and PROC_DEF_ID_ = ?")
                            .params(instance.id(), version.definitionId())
                            .query(Integer.class)
                            .single()
                    == 1;
            if (isThere) {
                moves.move(
                        instance.id(),
                        instance.caseNumber(),
                        version.definitionId(),
                        newest.definitionId(),
                        "release " + own);
            }
            return isThere;
        }));
    }

    /** The check before said that all goes well; work on other nodes may have led a case elsewhere since. */
    private void refuseToStrand(StoredModels stored, Version version, int cases) {
        Set<String> missing = stored.model(version).needs().missing(Supply.of(Model.packaged(), stored));
        if (!missing.isEmpty()) {
            throw new CannotStartException(
                    "%d of the process %s could not go on with the new version, and version %d needs what this release does not have: %s."
                            .formatted(cases, version.process(), version.version(), String.join(", ", missing)),
                    "Start it again; when it stays so, go on with the release that ran so far.");
        }
    }
}
