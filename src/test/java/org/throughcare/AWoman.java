package org.throughcare;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.casefile.Facts;
import org.throughcare.casefile.NewCase;

/** Tells a woman's story for a test: {@code aWoman().onRemand().pregnant().admitted()}. */
public class AWoman {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final CaseFiles cases;
    private final Facts facts;
    private final LocalDate today;
    private final Map<String, Object> known = new LinkedHashMap<>();
    private String name = "Mere Test";
    private String site = "north";
    private String legalStatus = "sentenced";
    private String track = "full";
    private String caseManager;
    private LocalDate releaseDate;
    private LocalDate dateOfBirth;
    private java.time.Instant releasedAt;

    AWoman(CaseFiles cases, Facts facts, LocalDate today) {
        this.cases = cases;
        this.facts = facts;
        this.today = today;
        this.releaseDate = today.plusMonths(12);
    }

    /** Her name. */
    public AWoman named(String name) {
        this.name = name;
        return this;
    }

    /** Where she is held. */
    public AWoman at(String site) {
        this.site = site;
        return this;
    }

    /** On remand, without a release date. */
    public AWoman onRemand() {
        legalStatus = "remand";
        track = "remand";
        releaseDate = null;
        return this;
    }

    /** Sentenced, with this release date. */
    public AWoman releasedOn(LocalDate date) {
        releaseDate = date;
        return this;
    }

    /** The track that was decided. */
    public AWoman onTrack(String track) {
        this.track = track;
        return this;
    }

    /** Who owns her case. */
    public AWoman ownedBy(String caseManager) {
        this.caseManager = caseManager;
        return this;
    }

    /** She left custody at that moment. */
    public AWoman releasedAt(java.time.Instant moment) {
        this.releasedAt = moment;
        return this;
    }

    /** Her date of birth. */
    public AWoman bornOn(LocalDate date) {
        this.dateOfBirth = date;
        return this;
    }

    /** She is pregnant. */
    public AWoman pregnant() {
        return knownTo("pregnant", "yes");
    }

    /** A fact that the record holds. */
    public AWoman knownTo(String fact, Object value) {
        known.put(fact, value);
        return this;
    }

    /** Opens her case in the record and returns its number. */
    public String admitted() {
        int number = NUMBER.incrementAndGet();
        CaseFile file = cases.open(new NewCase(
                "A%04dZ%c".formatted(number % 10000, 'A' + number / 10000),
                name,
                dateOfBirth == null ? LocalDate.of(1970, 1, 1).plusDays(number) : dateOfBirth,
                site,
                today,
                legalStatus,
                releaseDate,
                "Northtown",
                "English"));
        cases.changeTrack(file.caseNumber(), track);
        if (caseManager != null) {
            cases.assignCaseManager(file.caseNumber(), caseManager);
        }
        if (releasedAt != null) {
            cases.recordRelease(file.caseNumber(), releasedAt);
        }
        facts.put(file.caseNumber(), Facts.CASE, known, "test");
        return file.caseNumber();
    }
}
