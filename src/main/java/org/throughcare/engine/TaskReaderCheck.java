package org.throughcare.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;

/** Tells the statements of {@code engine/tasks-of-a-reader.xml} who asks. Without a reader it limits nothing. */
public class TaskReaderCheck extends AuthorizationCheck {

    private static final long serialVersionUID = 1L;

    private final String readerId;
    private final boolean limitedToOwnTasks;
    private final List<String> readerGroups;

    /** Everything, for the application itself. */
    TaskReaderCheck() {
        this(null, false, Set.of());
    }

    TaskReaderCheck(String readerId, boolean limitedToOwnTasks, Set<String> readerGroups) {
        this.readerId = readerId;
        this.limitedToOwnTasks = limitedToOwnTasks;
        this.readerGroups = List.copyOf(readerGroups);
    }

    /** The user's id. */
    public String getReaderId() {
        return readerId;
    }

    /** Whether only tasks of her and of her groups are hers to see. */
    public boolean isLimitedToOwnTasks() {
        return limitedToOwnTasks;
    }

    /** The groups whose tasks she sees. */
    public List<String> getReaderGroups() {
        return readerGroups;
    }
}
