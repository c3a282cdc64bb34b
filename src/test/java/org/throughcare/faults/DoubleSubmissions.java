package org.throughcare.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Two people at one task: both read its form, both fill it in, and both hand it in at the same moment. */
final class DoubleSubmissions {

    private final Estate estate;
    private final Random random;
    private final Desk first;
    private final Desk second;
    private final Desk firstElsewhere;
    private final Set<String> tried = new HashSet<>();
    private final List<String> unkind = new ArrayList<>();
    private final Map<String, Integer> told = new TreeMap<>();
    private int won;

    DoubleSubmissions(Estate estate, Random random) {
        this.estate = estate;
        this.random = random;
        this.first = new Desk(Caller.of(estate.node(0)), Estate.STAFF.get(0), random);
        this.second = new Desk(Caller.of(estate.node(1)), Estate.STAFF.get(1), random);
        this.firstElsewhere = new Desk(Caller.of(estate.node(0)), Estate.STAFF.get(0), random);
    }

    /** Goes on until that many tasks were finished. */
    void make(int times) throws IOException {
        while (won < times) {
            List<Desk.OpenTask> open = first.openTasks(100).stream()
                    .filter(task -> tried.add(task.id()))
                    .toList();
            if (open.isEmpty()) {
                admitSome();
            }
            for (Desk.OpenTask task : open) {
                if (won < times) {
                    both(task);
                }
            }
        }
    }

    private void both(Desk.OpenTask task) throws IOException {
        boolean doubleClick = won % 4 == 3;
        Desk other = doubleClick ? firstElsewhere : second;
        Map<String, Object> answers = new LinkedHashMap<>();
        Map<String, Object> othersAnswers = new LinkedHashMap<>();
        boolean readable = first.fillIn(task, new HashMap<>(), answers).isYes()
                && other.fillIn(task, new HashMap<>(), othersAnswers).isYes();
        if (!readable) {
            return;
        }
        claims(task, other);
        List<Caller.Answer> said = LostNodesIT.atOnce(
                2, number -> number == 0 ? first.submit(task.id(), answers) : other.submit(task.id(), othersAnswers));
        note(task, answers, said.get(0));
        note(task, othersAnswers, said.get(1));
    }

    /** Both claim it: no answer of these is an error of the server either. */
    private void claims(Desk.OpenTask task, Desk other) {
        LostNodesIT.atOnce(2, number -> number == 0 ? first.claim(task.id()) : other.claim(task.id()))
                .forEach(answer -> {
                    boolean kind = answer.isYes() || answer.status() == 409;
                    if (!kind) {
                        unkind.add("claim: " + answer);
                    }
                });
    }

    private void note(Desk.OpenTask task, Map<String, Object> given, Caller.Answer answer) {
        if (answer.isYes()) {
            won++;
            estate.ledger.form(task, given);
        } else if (answer.status() == 409) {
            told.merge(answer.json().path("detail").asText(), 1, Integer::sum);
        } else if (answer.status() != 400) {
            unkind.add(task.element() + ": " + answer);
        }
    }

    private void admitSome() throws IOException {
        for (int number = 0; number < 10; number++) {
            String prisonNumber = Load.nextPrisonNumber();
            Map<String, Object> event = Load.event("admitted", prisonNumber, Load.admission(prisonNumber, random));
            Caller.Answer answer = Caller.of(estate.node(0)).post(Estate.CUSTODY, "/api/custody-events", event);
            estate.ledger.event(event, answer.json());
        }
    }

    int won() {
        return won;
    }

    /** Answers to a loser that are neither 409 nor a word about her answers. */
    List<String> unkind() {
        return unkind;
    }

    /** The sentences, and how often. */
    Map<String, Integer> told() {
        return told;
    }
}
