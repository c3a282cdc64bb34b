package org.throughcare.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughcare.start.CannotStartException;

/**
 * What a start of this release would do to the cases that run.
 *
 * @param database the newest release that set up the database, when it says so
 * @param outlooks by process and version
 * @param waitingTables packaged tables that wait beside those that analysts changed
 * @param withoutLevel new steps that such a table does not know yet
 */
record UpgradeReport(
        Release own,
        Optional<Release> database,
        List<Outlook> outlooks,
        Set<String> waitingTables,
        Set<String> withoutLevel) {

    /** Whether a newer release has set up the database; then this one deploys and moves nothing. */
    boolean isOvertaken() {
        return database.filter(release -> release.isNewerThan(own)).isPresent();
    }

    List<String> obstacles() {
        return outlooks.stream()
                .flatMap(outlook -> outlook.obstacles().stream())
                .toList();
    }

    /** @throws CannotStartException rather than strand a case */
    void refuseToStrand() {
        if (!obstacles().isEmpty()) {
            throw new CannotStartException(
                    "Throughcare %s would strand cases. Nothing was changed.%n".formatted(own)
                            + String.join(System.lineSeparator(), obstacles()),
                    isOvertaken()
                            ? "Start release %s, which has set up this database.".formatted(database.orElseThrow())
                            : "Go on with the release that ran so far. In Cockpit under Operate, let the cases that are"
                                    + " named go past these steps, or ask whoever made this release for a plan. See"
                                    + " \"What is refused\" in the pages on upgrading.");
        }
    }

    /** For people, line by line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Throughcare %s looks at a database %s. Nothing is changed."
                .formatted(
                        own,
                        database.map(release -> "of release " + release)
                                .orElse("that does not say of which release it is")));
        lines.add("");
        lines.add("Processes that run");
        if (outlooks.isEmpty()) {
            lines.add("  none");
        }
        outlooks.forEach(outlook -> lines.addAll(outlook.lines()));
        if (!waitingTables.isEmpty()) {
            lines.add("");
            lines.add("Tables that analysts changed; the one of this release waits beside it at /decisions");
            waitingTables.forEach(table -> lines.add("  " + table));
        }
        if (!withoutLevel.isEmpty()) {
            lines.add("");
            lines.add(
                    "Steps that the changed table serviceLevels does not know: nobody gets them until it has their lines");
            withoutLevel.forEach(step -> lines.add("  " + step));
        }
        return lines;
    }

    List<String> verdict() {
        List<String> lines = new ArrayList<>();
        if (obstacles().isEmpty()) {
            lines.add(
                    isOvertaken()
                            ? "It would start, and leave models, cases and tables to the newer release."
                            : "It would start.");
        } else {
            lines.add("It would not start:");
            obstacles().forEach(obstacle -> lines.add("  " + obstacle));
        }
        return lines;
    }
}
