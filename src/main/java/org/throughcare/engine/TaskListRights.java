package org.throughcare.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.stereotype.Component;
import org.throughcare.access.SignedIn;

/** Puts the rule of {@link TaskRights} into every list and count of tasks, whoever asks and by whichever way. */
@Component
class TaskListRights implements SessionFactory {

    private static final String STATEMENTS = "engine/tasks-of-a-reader.xml";

    private final TaskRights rights;

    TaskListRights(TaskRights rights) {
        this.rights = rights;
    }

    @Override
    public Class<?> getSessionType() {
        return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
        return new WithTaskRights(rights);
    }

    /** Adds the statements to the engine that was just built, and lets it use them. */
    static void install(ProcessEngineConfigurationImpl engine) {
        Configuration statements = engine.getSqlSessionFactory().getConfiguration();
        try (InputStream file = TaskListRights.class.getResourceAsStream("/" + STATEMENTS)) {
            new XMLMapperBuilder(file, statements, STATEMENTS, statements.getSqlFragments()).parse();
        } catch (IOException e) {
            throw new IllegalStateException(STATEMENTS + " cannot be read.", e);
        }
        DbSqlSessionFactory sessions = engine.getDbSqlSessionFactory();
        Map<String, String> names = new HashMap<>();
        Optional.ofNullable(sessions.getStatementMappings()).ifPresent(names::putAll);
        names.put("selectTaskByQueryCriteria", "selectTasksOfReader");
        names.put("selectTaskCountByQueryCriteria", "selectTaskCountOfReader");
        sessions.setStatementMappings(names);
    }

    private static final class WithTaskRights extends AuthorizationManager {

        private final TaskRights rights;

        WithTaskRights(TaskRights rights) {
            this.rights = rights;
        }

        @Override
        public void configureTaskQuery(TaskQueryImpl query) {
            query.setAuthCheck(isAuthCheckExecuted() ? check(query) : new TaskReaderCheck());
        }

        private TaskReaderCheck check(TaskQueryImpl query) {
            SignedIn reader = TaskRights.person(getCurrentAuthentication());
            Set<String> groups = rights.groupsSeenBy(reader);
            boolean limited = !rights.watches(reader) && !asksForOwn(query, reader, groups);
            return new TaskReaderCheck(reader.userId(), limited, groups);
        }

        /** Whether the query's own conditions already leave only tasks that are hers: the filters of Tasklist do. */
        private static boolean asksForOwn(TaskQueryImpl query, SignedIn reader, Set<String> groups) {
            boolean alternatives = query.getQueries().size() > 1
                    || query.getCandidateUser() != null
                    || query.getCandidateGroupLike() != null;
            List<String> wanted = query.getCandidateGroups();
            return !alternatives
                    && (reader.userId().equals(query.getAssignee())
                            || wanted != null && !wanted.isEmpty() && groups.containsAll(wanted));
        }
    }
}
