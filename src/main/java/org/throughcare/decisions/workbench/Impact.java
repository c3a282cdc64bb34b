package org.throughcare.decisions.workbench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.throughcare.words.Words;

/**
 * Whom a changed table would touch.
 *
 * @param past over decisions that were made
 * @param open over the open cases about which the table has decided, as they stand today
 * @param workload what the table gives to whom, a week
 */
record Impact(Compared past, Compared open, List<Load> workload) {

    /**
     * What would be decided otherwise.
     *
     * @param asked how often both tables were asked
     * @param changed how often they answered otherwise
     */
    record Compared(int asked, int changed, List<Group> groups) {}

    /**
     * The same change for several women.
     *
     * @param from what is decided now
     * @param to what would be decided
     * @param count how many cases
     */
    record Group(String from, String to, int count, List<String> cases) {}

    /**
     * Work for a role in a week, now and then.
     *
     * @param work what it is, such as "tasks"; null in a comparison that an earlier version of the product kept
     */
    record Load(String role, String work, double now, double then) {}

    /** In a few lines for people. */
    String summary() {
        return line("Past decisions", past) + "\n" + line("Open cases", open) + work();
    }

    private String work() {
        return workload.stream()
                .filter(load -> load.now() != load.then())
                .map(load -> "\nWork a week, " + Words.spoken(load.role()).toLowerCase(Locale.ROOT) + ", " + load.work()
                        + ": " + load.now() + " → " + load.then())
                .collect(Collectors.joining());
    }

    private static String line(String what, Compared compared) {
        StringBuilder text = new StringBuilder(
                what + ": " + compared.changed() + " of " + compared.asked() + " would be decided otherwise.");
        compared.groups().stream().limit(5).forEach(group -> text.append("\n  ")
                .append(group.count())
                .append(group.count() == 1 ? " woman: " : " women: ")
                .append(group.from())
                .append(" → ")
                .append(group.to()));
        return text.toString();
    }
}
