package org.throughcare.messages;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * This node's part of the work on messages: one thread that sends, one that turns what happened into messages. They rest
 * while a demo's time is being moved, so that a month that passes in a moment does not bring thirty digests.
 */
@Component
public class MessageWorkers {

    private static final Logger LOG = LoggerFactory.getLogger(MessageWorkers.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    private static final Duration FOR_THE_LAST_ROUND = Duration.ofSeconds(25);

    private final MessageRound round;
    private final NoticeDesk desk;
    private final MessageSettings settings;
    private final ReadWriteLock time = new ReentrantReadWriteLock();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(2);

    MessageWorkers(MessageRound round, NoticeDesk desk, MessageSettings settings) {
        this.round = round;
        this.desk = desk;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.workers()) {
            repeat(desk::look, BETWEEN_LOOKS);
            repeat(round::run, BETWEEN_ROUNDS);
        }
    }

    /** Ends after the message that is being sent; what cannot wait for it is taken over by another node. */
    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(FOR_THE_LAST_ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    /** Runs that while this node sends nothing and writes no digest. */
    public void restDuring(Runnable work) {
        time.writeLock().lock();
        try {
            work.run();
        } finally {
            time.writeLock().unlock();
        }
    }

    private void repeat(Runnable work, Duration pause) {
        threads.scheduleWithFixedDelay(() -> whileTimeStands(work), 1, pause.toSeconds(), TimeUnit.SECONDS);
    }

    private void whileTimeStands(Runnable work) {
        time.readLock().lock();
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("Messages: {}; tried again soon.", e.getClass().getName(), e);
        } finally {
            time.readLock().unlock();
        }
    }
}
