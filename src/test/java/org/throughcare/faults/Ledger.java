package org.throughcare.faults;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the product acknowledged, as its clients wrote it down; and what they asked for without hearing an answer. */
final class Ledger {

    private final Map<String, Event> events = new ConcurrentHashMap<>();
    private final Set<String> tasks = ConcurrentHashMap.newKeySet();
    private final Set<String> unansweredTasks = ConcurrentHashMap.newKeySet();
    private final Set<Timer> timers = ConcurrentHashMap.newKeySet();
    private final Set<String> unansweredTimers = ConcurrentHashMap.newKeySet();
    private final Map<String, String> cases = new ConcurrentHashMap<>();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();

    /** An event of the prison's own system that was taken. */
    record Event(String type, String caseNumber) {}

    /** A timer that an administrator made due. */
    record Timer(String job, String processInstance, String activity) {}

    void event(String eventId, String type, String prisonNumber, String caseNumber) {
        if (events.put(eventId, new Event(type, caseNumber)) == null) {
            acknowledged.incrementAndGet();
        }
        if ("admitted".equals(type)) {
            cases.put(prisonNumber, caseNumber);
        }
    }

    void form(String task) {
        unansweredTasks.remove(task);
        if (tasks.add(task)) {
            acknowledged.incrementAndGet();
        }
    }

    void formWithoutAnswer(String task) {
        unanswered.incrementAndGet();
        if (!tasks.contains(task)) {
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

    /** Requests that were refused in words, as when somebody else was quicker. */
    long refusals() {
        return refused.get();
    }

    Map<String, Event> events() {
        return events;
    }

    Set<String> tasks() {
        return tasks;
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
