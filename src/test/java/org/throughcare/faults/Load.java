package org.throughcare.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataAccessException;
import org.throughcare.nodes.Node;

/**
 * The clients: the prison's own system that reports, staff who fill in forms, an administrator who makes timers due. They
 * go on whatever breaks, and write down what was acknowledged. An event has an id of its own, so it is sent again until
 * there is an answer, as the prison's system does; a form is not, as a person would look again first.
 */
final class Load implements AutoCloseable {

    private static final AtomicInteger WOMEN = new AtomicInteger();
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> STATUS = List.of("sentenced", "remand", "sentenced", "indeterminate");

    private final Estate estate;
    private final Ledger ledger;
    private final ExecutorService threads;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean goesOn = true;

    private Load(Estate estate, int clients) {
        this.estate = estate;
        this.ledger = estate.ledger;
        this.threads = Executors.newFixedThreadPool(clients);
    }

    static Load on(Estate estate, int clients, long seed) {
        Load load = new Load(estate, clients);
        for (int client = 0; client < clients; client++) {
            Client one = load.new Client(new Random(seed * 31 + client), client);
            load.threads.submit(one::work);
        }
        return load;
    }

    /** Waits until that many more steps were acknowledged. */
    void untilAcknowledged(int more) {
        long enough = ledger.acknowledged() + more;
        await().alias("acknowledged steps")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    nobodyFailed();
                    return ledger.acknowledged() >= enough;
                });
    }

    /** Nobody begins anything new; what is unanswered is asked for until it is answered. */
    @Override
    public void close() {
        goesOn = false;
        threads.shutdown();
        try {
            assertThat(threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    .as("every client got its answer")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        nobodyFailed();
    }

    private void nobodyFailed() {
        assertThat(failures).as("clients that failed").isEmpty();
    }

    static String nextPrisonNumber() {
        int number = WOMEN.incrementAndGet();
        return "F%04d%c%c".formatted(number % 10000, 'A' + number / 10000 % 26, 'L');
    }

    static Map<String, Object> admission(String prisonNumber, Random random) {
        String status = STATUS.get(random.nextInt(STATUS.size()));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("womanName", "Woman " + prisonNumber);
        fields.put(
                "dateOfBirth",
                today.minusYears(19).minusDays(random.nextInt(15000)).toString());
        fields.put("site", Estate.SITES.get(random.nextInt(2)));
        fields.put("admissionDate", today.minusDays(1).toString());
        fields.put("legalStatus", status);
        if ("sentenced".equals(status)) {
            fields.put("releaseDate", today.plusDays(200L + random.nextInt(700)).toString());
        }
        fields.put("homeDistrict", "Northtown");
        fields.put("language", "English");
        return fields;
    }

    static Map<String, Object> event(String type, String prisonNumber, Map<String, Object> fields) {
        Map<String, Object> event = new LinkedHashMap<>(fields);
        event.put("eventId", UUID.randomUUID().toString());
        event.put("type", type);
        event.put("prisonNumber", prisonNumber);
        event.put("occurredAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        return event;
    }

    /** One client, one step after the other. */
    private final class Client {

        private final Random random;
        private final Caller caller = new Caller(estate::anyAddress);
        private final Desk desk;

        Client(Random random, int number) {
            this.random = random;
            this.desk = new Desk(caller, Estate.STAFF.get(number % Estate.STAFF.size()), random);
        }

        void work() {
            try {
                while (goesOn) {
                    step();
                }
            } catch (RuntimeException | Error e) {
                failures.add(e);
            }
        }

        private void step() {
            int choice = random.nextInt(20);
            if (choice < 3 || ledger.cases().size() < 10) {
                String prisonNumber = nextPrisonNumber();
                report(event("admitted", prisonNumber, admission(prisonNumber, random)));
            } else if (choice < 7) {
                somethingHappens();
            } else if (choice < 9) {
                makeTimerDue();
            } else {
                fillInSomeForm();
            }
        }

        private void somethingHappens() {
            List<String> known = new ArrayList<>(ledger.cases().keySet());
            String prisonNumber = known.get(random.nextInt(known.size()));
            int choice = random.nextInt(10);
            if (choice < 6) {
                String day = LocalDate.now(ZoneOffset.UTC)
                        .plusDays(150L + random.nextInt(700))
                        .toString();
                report(event(
                        "releaseDateChanged",
                        prisonNumber,
                        Map.of("releaseDate", day, "reason", "The calculation was corrected.")));
            } else if (choice < 9) {
                String site = Estate.SITES.get(random.nextInt(2));
                report(event("transferred", prisonNumber, Map.of("toSite", site)));
            } else {
                report(event("released", prisonNumber, Map.of()));
            }
        }

        private void report(Map<String, Object> event) {
            while (true) {
                try {
                    Caller.Answer answer = caller.post(Estate.CUSTODY, "/api/custody-events", event);
                    if (answer.isYes()) {
                        ledger.event(event, answer.json());
                        return;
                    }
                    if (answer.isNo()) {
                        ledger.refused();
                        return;
                    }
                    ledger.brokeOff(answer);
                } catch (IOException e) {
                    // asked again below
                }
                ledger.withoutAnswer();
                LockSupport.parkNanos(BEFORE_ASKING_AGAIN.toNanos());
            }
        }

        private void fillInSomeForm() {
            Desk.OpenTask task = null;
            try {
                List<Desk.OpenTask> open = desk.openTasks(60);
                if (open.isEmpty()) {
                    return;
                }
                task = open.get(random.nextInt(open.size()));
                desk.claim(task.id());
                Map<String, Object> given = new LinkedHashMap<>();
                Caller.Answer answer = desk.complete(task, given);
                if (answer.isYes()) {
                    ledger.form(task, given);
                } else if (answer.isNo()) {
                    ledger.refused();
                } else {
                    ledger.brokeOff(answer);
                    ledger.formWithoutAnswer(task.id());
                }
            } catch (IOException e) {
                if (task == null) {
                    ledger.withoutAnswer();
                } else {
                    ledger.formWithoutAnswer(task.id());
                }
                LockSupport.parkNanos(BEFORE_ASKING_AGAIN.toNanos());
            }
        }

        private void makeTimerDue() {
            List<Ledger.Timer> waiting;
            try {
                waiting = TimersThatWait.in(estate.jdbc());
            } catch (DataAccessException e) {
                return;
            }
            if (waiting.isEmpty()) {
                return;
            }
            Ledger.Timer timer = waiting.get(random.nextInt(waiting.size()));
            try {
                Caller.Answer answer = caller.put(
                        Node.ADMINISTRATOR,
                        "/engine-rest/job/" + timer.job() + "/duedate",
                        Map.of("duedate", TimersThatWait.asTheEngineWritesIt(Instant.now()), "cascade", false));
                if (answer.isYes()) {
                    ledger.timer(timer);
                } else if (answer.isNo()) {
                    ledger.refused();
                } else {
                    ledger.brokeOff(answer);
                    ledger.timerWithoutAnswer(timer.job());
                }
            } catch (IOException e) {
                ledger.timerWithoutAnswer(timer.job());
            }
        }
    }
}
