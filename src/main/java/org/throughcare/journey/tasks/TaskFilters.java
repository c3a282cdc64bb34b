package org.throughcare.journey.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.context.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.throughcare.engine.AsApplication;

/**
 * Keeps the ready-made shared filters of Tasklist. They are made or updated in place at every start, never twice, also
 * when several nodes start together. Release dates are compared with a day that is written into the filter, so each
 * new day, and a moved clock, renews it.
 */
@Component
@Order(100)
public class TaskFilters implements ApplicationRunner {

    /** The filter property by which a ready-made filter is found again, whatever its name is by then. */
    static final String STANDARD = "throughcareFilter";

    /** The filter property that holds the day for which the filter was written. */
    static final String DAY = "throughcareDay";

    private static final Logger LOG = LoggerFactory.getLogger(TaskFilters.class);
    private static final String EVERYBODY = "*";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final AsApplication asApplication;
    private final TaskDates dates;

    TaskFilters(
            FilterService filters,
            TaskService tasks,
            AuthorizationService authorizations,
            AsApplication asApplication,
            TaskDates dates) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.asApplication = asApplication;
        this.dates = dates;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        refresh();
    }

    /** Writes the filters for today's date. Call it when the clock was moved. */
    public void refresh() {
        asApplication.run(() -> {
            Context.getCommandContext().getPropertyManager().acquireExclusiveLockForStartup();
            List<Filter> known = filters.createTaskFilterQuery().list();
            for (StandardFilter standard : StandardFilter.values()) {
                write(standard, known);
            }
        });
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void refreshOnANewDay() {
        try {
            if (isOfAnotherDay()) {
                refresh();
            }
        } catch (OptimisticLockingException e) {
            LOG.debug("Another node renewed the task filters.", e);
        }
    }

    private boolean isOfAnotherDay() {
        String today = dates.today().toString();
        return asApplication.call(() -> filters.createTaskFilterQuery().list().stream()
                .filter(filter -> filter.getProperties().containsKey(STANDARD))
                .anyMatch(filter -> !today.equals(filter.getProperties().get(DAY))));
    }

    private void write(StandardFilter standard, List<Filter> known) {
        LocalDate today = dates.today();
        Optional<Filter> existing = known.stream()
                .filter(filter -> standard.name().equals(filter.getProperties().get(STANDARD)))
                .findFirst();
        Filter filter = existing.orElseGet(() -> filters.newTaskFilter(standard.label()));
        filter.setName(standard.label());
        filter.setQuery(standard.query(tasks, today));
        filter.setProperties(standard.properties(today));
        String id = filters.saveFilter(filter).getId();
        if (existing.isEmpty()) {
            letEverybodyRead(id);
        }
    }

    /** A filter shows each person only the tasks that she may see, so the filter itself is open to all. */
    private void letEverybodyRead(String filterId) {
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        authorization.setUserId(EVERYBODY);
        authorization.setResource(Resources.FILTER);
        authorization.setResourceId(filterId);
        authorization.addPermission(Permissions.READ);
        authorizations.saveAuthorization(authorization);
    }
}
