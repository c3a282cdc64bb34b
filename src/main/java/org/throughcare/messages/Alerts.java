package org.throughcare.messages;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.throughcare.access.StaffGroups;

/**
 * Tells supervisors and managers at once of work that cannot wait: escalations, and what somebody has to look at. They
 * cannot choose not to be told. How urgent a task is stands in the table {@code serviceLevels}.
 */
@Component
public class Alerts {

    private final Outbox outbox;
    private final Readers readers;
    private final MessageSettings settings;

    Alerts(Outbox outbox, Readers readers, MessageSettings settings) {
        this.outbox = outbox;
        this.readers = readers;
        this.settings = settings;
    }

    /**
     * Whether that group is told at once of a task.
     *
     * @param priority as the service levels give it
     */
    public boolean concern(String group, int priority) {
        return priority >= settings.alertFromPriority()
                && (group.equals(StaffGroups.MANAGER) || group.startsWith(StaffGroups.SUPERVISOR + "."));
    }

    /**
     * A task was made for that group of supervisors or managers. Of a case that is restricted, those who are not on its
     * list hear nothing; managers, who read no case, get the task's reference only.
     *
     * @param caseNumber the case that the task belongs to
     * @param caseRead another case that it has to do with and that is never named
     */
    public void taskCreated(String group, String taskId, Optional<String> caseNumber, Optional<String> caseRead) {
        Set<String> people = readers.membersOf(group);
        people.stream()
                .filter(userId -> caseNumber
                        .filter(number -> readers.isHiddenFrom(userId, number))
                        .isEmpty())
                .sorted()
                .forEach(userId -> outbox.put(new NewMessage(
                        Template.alert, Recipient.user(userId), line(group, taskId, caseNumber, caseRead))));
    }

    private static Line line(String group, String taskId, Optional<String> caseNumber, Optional<String> caseRead) {
        return caseNumber
                .filter(number -> !group.equals(StaffGroups.MANAGER))
                .map(number -> Line.aboutCase(News.supervisorNeeded, number))
                .orElseGet(() -> Line.aboutTask(News.supervisorNeeded, caseNumber.or(() -> caseRead), taskId));
    }
}
