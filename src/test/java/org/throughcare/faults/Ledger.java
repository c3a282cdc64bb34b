package org.throughcare.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the product acknowledged, as its clients wrote it down; and what they asked for without hearing an answer. */
final class Ledger {

    private final Map<String, Event> events = new ConcurrentHashMap<>();
    private final Map<String, Handed> answers = new ConcurrentHashMap<>();
    private final Set<String> unansweredTasks = ConcurrentHashMap.newKeySet();
    private final Set<Timer> timers = ConcurrentHashMap.newKeySet();
    private final Set<String> unansweredTimers = ConcurrentHashMap.newKeySet();
    private final Map<String, String> cases = new ConcurrentHashMap<>();
    private final Set<String> brokenOff = ConcurrentHashMap.newKeySet();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();

    /** An event of the prison's own system that was taken, and whether it was said to count. */
    record Event(String type, String caseNumber, boolean applied, Instant occurredAt, Map<String, Object> fields) {}

    /** What was handed in at a task. */
    record Handed(String element, Map<String, Object> answers) {}

    /** A timer that an administrator made due. */
    record Timer(String job, String processInstance, String activity) {}

    void event(Map<String, Object> event, JsonNode answer) {
        String type = event.get("type").toString();
        Event taken = new Event(
                type,
                answer.path("caseNumber").asText(),
                answer.path("applied").asBoolean(),
                Instant.parse(event.get("occurredAt").toString()),
                event);
        if (events.put(event.get("eventId").toString(), taken) == null) {
            acknowledged.incrementAndGet();
        }
        if ("admitted".equals(type)) {
            cases.put(event.get("prisonNumber").toString(), taken.caseNumber());
        }
    }

    void form(Desk.OpenTask task, Map<String, Object> given) {
        unansweredTasks.remove(task.id());
        if (answers.put(task.id(), new Handed(task.element(), given)) == null) {
            acknowledged.incrementAndGet();
        }
    }

    void formWithoutAnswer(String task) {
        unanswered.incrementAndGet();
        if (!answers.containsKey(task)) {
            unansweredTasks.add(task);
        }
    }

    void timer(Timer timer) {
        unansweredTimers.remove(timer.job());
        if (timers.add(timer)) {
            acknowledged.incrementAndGet();
        }
    }

    void timerWithoutAnswer(String job) {
        unanswered.incrementAndGet();
        unansweredTimers.add(job);
    }

    /** A row of an import that opened a case, or found the one that it opened before. */
    void admission(String prisonNumber, String caseNumber) {
        if (cases.put(prisonNumber, caseNumber) == null) {
            acknowledged.incrementAndGet();
        }
    }

    /** The server said that it could not. */
    void brokeOff(Caller.Answer answer) {
        brokenOff.add(answer.status() + " " + answer.content());
    }

    void withoutAnswer() {
        unanswered.incrementAndGet();
    }

    void refused() {
        refused.incrementAndGet();
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** Requests that broke off; those with an id of their own were sent again until they were answered. */
    long unanswered() {
        return unanswered.get();
    }

    /** What the server said when it could not, each answer once. */
    Set<String> brokenOff() {
        return brokenOff;
    }

    /** Requests that were refused in words, as when somebody else was quicker. */
    long refusals() {
        return refused.get();
    }

    Map<String, Event> events() {
        return events;
    }

    Set<String> tasks() {
        return answers.keySet();
    }

    /** What was handed in, by task. */
    Map<String, Handed> answers() {
        return answers;
    }

    Set<String> unansweredTasks() {
        return unansweredTasks;
    }

    Set<Timer> timers() {
        return timers;
    }

    Set<String> unansweredTimers() {
        return unansweredTimers;
    }

    /** Case numbers by prison number. */
    Map<String, String> cases() {
        return cases;
    }
}
