package org.throughcare.upgrade;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.throughcare.engine.AsApplication;
import org.throughcare.upgrade.StoredModels.Version;

/**
 * Old and new nodes work on one database while they are renewed one after the other. A node takes the jobs of those
 * deployments only whose models name nothing but parts of the program that it has. When cases begin with a model that it
 * has not all parts for, it also takes no more people in: the newer nodes do. Looked at again and again, since a newer
 * node deploys at any time.
 */
@Component
@Order(UpgradeAtStart.AFTER_DEPLOYMENTS + 1)
class WorkOfThisNode implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(WorkOfThisNode.class);

    private final DataSource database;
    private final ManagementService management;
    private final AsApplication asApplication;
    private final ApplicationEventPublisher events;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> lacking = new HashSet<>();
    private boolean ready;
    private boolean refusing;
    private StoredModels stored;

    WorkOfThisNode(
            DataSource database,
            ManagementService management,
            AsApplication asApplication,
            ApplicationEventPublisher events) {
        this.database = database;
        this.management = management;
        this.asApplication = asApplication;
        this.events = events;
    }

    /** Not before cases were taken along: no job of theirs runs meanwhile. */
    @Override
    public synchronized void run(ApplicationArguments arguments) {
        stored = UpgradeCheck.stored(database);
        look();
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void takesPeopleIn() {
        ready = true;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    synchronized void lookAgain() {
        if (stored != null) {
            look();
        }
    }

    private void look() {
        List<Version> versions = stored.versions();
        List<Version> fresh = versions.stream()
                .filter(version -> !seen.contains(version.deploymentId()))
                .toList();
        if (!fresh.isEmpty()) {
            Supply supply = Supply.of(Model.packaged(), stored);
            Set<String> running = stored.running().keySet();
            fresh.stream()
                    .collect(Collectors.groupingBy(Version::deploymentId))
                    .forEach((deployment, its) -> judge(deployment, its, running, supply));
        }
        takePeopleInOrNot(versions.stream()
                .filter(Version::isNewest)
                .map(Version::definitionId)
                .anyMatch(lacking::contains));
    }

    private void judge(String deployment, List<Version> versions, Set<String> running, Supply supply) {
        Set<String> missing = new TreeSet<>();
        for (Version version : versions) {
            if (version.isNewest() || running.contains(version.definitionId())) {
                Set<String> ofVersion = stored.find(version)
                        .map(model -> model.needs().missingCode(supply))
                        .orElse(Set.of());
                missing.addAll(ofVersion);
                if (!ofVersion.isEmpty()) {
                    lacking.add(version.definitionId());
                }
            }
        }
        seen.add(deployment);
        if (missing.isEmpty()) {
            asApplication.run(() -> management.registerDeploymentForJobExecutor(deployment));
        } else {
            LOG.warn(
                    "A newer release has brought models for which this node lacks {}. It leaves their jobs to newer"
                            + " nodes.",
                    String.join(", ", missing));
        }
    }

    private void takePeopleInOrNot(boolean lacksSomething) {
        if (ready && lacksSomething != refusing) {
            refusing = lacksSomething;
            AvailabilityChangeEvent.publish(
                    events, this, lacksSomething ? ReadinessState.REFUSING_TRAFFIC : ReadinessState.ACCEPTING_TRAFFIC);
        }
    }
}
