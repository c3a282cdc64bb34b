package org.throughcare.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happens to a woman in twenty months. Days count from the day of her admission; three women share each fate, one
 * after the other by some weeks.
 */
enum Fate {
    LEAVES_AS_PLANNED("sentenced", 70, Ends.YEAR_COMPLETED) {
        @Override
        List<Happening> happenings(int delay) {
            return List.of(new Happening(70 + delay, "released"));
        }
    },
    FREED_BY_THE_COURT("remand", null, Ends.YEAR_COMPLETED) {
        @Override
        List<Happening> happenings(int delay) {
            return List.of(new Happening(35 + delay, "released"));
        }
    },
    SENTENCED_AFTER_REMAND("remand", null, Ends.YEAR_COMPLETED) {
        @Override
        List<Happening> happenings(int delay) {
            return List.of(
                    dateMoved(35, 135 + delay, Map.of("legalStatus", "sentenced", "reason", "Sentenced today.")));
        }
    },
    HAS_A_FEW_DAYS("sentenced", 6, Ends.YEAR_COMPLETED),
    STAYS_LONG("sentenced", 900, Ends.IN_CUSTODY),
    HAS_NO_DATE("indeterminate", null, Ends.IN_CUSTODY),
    IS_RECALLED("recalled", 25, Ends.YEAR_COMPLETED),
    LEAVES_EARLIER("sentenced", 190, Ends.YEAR_COMPLETED) {
        @Override
        List<Happening> happenings(int delay) {
            return List.of(dateMoved(40, 90 + delay, Map.of()));
        }
    },
    LEAVES_LATER("sentenced", 80, Ends.YEAR_COMPLETED) {
        @Override
        List<Happening> happenings(int delay) {
            return List.of(dateMoved(60, 160 + delay, Map.of()));
        }
    },
    DATE_IS_LOST_AND_FOUND("sentenced", 120, Ends.YEAR_COMPLETED) {
        @Override
        List<Happening> happenings(int delay) {
            return List.of(new Happening(50, "releaseDateChanged"), dateMoved(80, 150 + delay, Map.of()));
        }
    },
    IS_TRANSFERRED("sentenced", 140, Ends.YEAR_COMPLETED) {
        @Override
        List<Happening> happenings(int delay) {
            return List.of(new Happening(55 + delay, "transferred", Map.of("toSite", OTHER_SITE)));
        }
    },
    DIES("sentenced", 300, Set.of("died")) {
        @Override
        List<Happening> happenings(int delay) {
            return List.of(new Happening(20 + 4 * delay, "died"));
        }
    },
    IS_DEPORTED("sentenced", 60, Set.of("deported")) {
        @Override
        List<Happening> happenings(int delay) {
            return List.of(new Happening(45 + delay, "deported"));
        }
    },
    LOSES_TOUCH("sentenced", 45, Set.of("lostContact")) {
        @Override
        Map<String, Object> story() {
            return Map.of("contactOutcome", "missed", "searchOutcome", "notFound", "lostContactDecision", "close");
        }
    },
    WANTS_NO_SUPPORT("sentenced", 50, Set.of("declinedSupport")) {
        @Override
        Map<String, Object> story() {
            return Map.of("contactOutcome", "declined");
        }
    },
    MOVES_AWAY("sentenced", 55, Set.of("movedAway")) {
        @Override
        Map<String, Object> story() {
            return Map.of("contactOutcome", "movedAway");
        }
    },
    RETURNS_TO_CUSTODY("sentenced", 40, Ends.YEAR_COMPLETED) {
        @Override
        List<Happening> happenings(int delay) {
            return List.of(
                    new Happening(
                            95 + delay,
                            "returnedToCustody",
                            Map.of("site", HER_SITE, "legalStatus", "recalled", "releaseDate", new Day(150 + delay))),
                    new Happening(150 + delay, "released"));
        }
    },
    COMES_BACK_AFTER_HER_YEAR("sentenced", 12, Ends.IN_CUSTODY) {
        @Override
        List<Happening> happenings(int delay) {
            return List.of(
                    new Happening(450 + delay, "returnedToCustody", Map.of("site", HER_SITE, "legalStatus", "remand")));
        }
    },
    CONSENTS_TO_NOTHING("sentenced", 85, Ends.YEAR_COMPLETED) {
        @Override
        Map<String, Object> story() {
            return Map.of("handoverConsent", "refused", "otherConsents", List.of(), "referralConsent", "refused");
        }
    },
    WAITS_FOR_STAFF("sentenced", 65, Ends.YEAR_COMPLETED) {
        @Override
        boolean isWorkedOn(long day) {
            return (day < 8 || day >= 22) && (day < 100 || day >= 120);
        }
    };

    /** Stands for the site at which she is. */
    static final String HER_SITE = "her site";

    /** Stands for the other site of the estate. */
    static final String OTHER_SITE = "the other site";

    private final String legalStatus;
    private final Integer releaseDay;
    private final Set<String> closingReasons;

    Fate(String legalStatus, Integer releaseDay, Set<String> closingReasons) {
        this.legalStatus = legalStatus;
        this.releaseDay = releaseDay;
        this.closingReasons = closingReasons;
    }

    String legalStatus() {
        return legalStatus;
    }

    /** The planned release when she is admitted; null when it is unknown. */
    Integer releaseDay(int delay) {
        return releaseDay == null ? null : releaseDay + delay;
    }

    /** How her case may have ended after twenty months; empty when it is open by then. */
    Set<String> closingReasons() {
        return closingReasons;
    }

    /** What the prison's own system reports. */
    List<Happening> happenings(int delay) {
        return List.of();
    }

    /** What she says and does, by form field; the rest is ordinary. */
    Map<String, Object> story() {
        return Map.of();
    }

    /** Whether anybody works on her case that day. */
    boolean isWorkedOn(long day) {
        return true;
    }

    private static Happening dateMoved(int on, int to, Map<String, Object> more) {
        Map<String, Object> fields = new java.util.HashMap<>(more);
        fields.put("releaseDate", new Day(to));
        return new Happening(on, "releaseDateChanged", fields);
    }

    /** A date, as days from her admission. */
    record Day(int number) {}

    /**
     * An event of the prison's own system.
     *
     * @param day on which it happens
     * @param type of the event
     * @param fields of its type
     */
    record Happening(int day, String type, Map<String, Object> fields) {

        Happening(int day, String type) {
            this(day, type, Map.of());
        }
    }

    private static final class Ends {

        private static final Set<String> YEAR_COMPLETED = Set.of("yearCompleted");
        private static final Set<String> IN_CUSTODY = Set.of();
    }
}
