package org.throughcare.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of the instances of one version. Holds numbers and names of steps, nothing about a woman.
 *
 * @param running how many instances
 * @param waiting where they wait: how many instances by step, in people's words
 * @param goAlong how many go on with the new version
 * @param stuck where those wait that a plan does not take along
 * @param plan what holds for this version
 * @param missing what this version needs and this release does not have
 */
record Outlook(
        String process,
        int version,
        int running,
        Map<String, Integer> waiting,
        int goAlong,
        Map<String, Integer> stuck,
        Plan plan,
        Set<String> missing) {

    /** What holds for a version. */
    enum Plan {
        /** It is the newest and this release brings the same. */
        UNCHANGED("the model has not changed"),
        /** Instances are taken along. */
        ALONG("go on with the new version, where they are"),
        /** Instances finish with the version with which they began. */
        STAY("stay with their version and finish there"),
        /** The product's plan contradicts the models. */
        UNFIT("have a plan that does not fit the models");

        private final String words;

        Plan(String words) {
            this.words = words;
        }
    }

    int staying() {
        return running - goAlong;
    }

    /** Why this release may not start; empty when it may. */
    List<String> obstacles() {
        List<String> obstacles = new ArrayList<>();
        if (plan == Plan.UNFIT) {
            obstacles.add("The plan in upgrades/%s.csv does not fit version %d of the process %s and the new one."
                    .formatted(process, version, process));
        } else if (UpgradePlans.JOURNEY.equals(process) && plan == Plan.ALONG && staying() > 0) {
            obstacles.add("%d of the process %s, version %d, cannot go on with the new version: %s."
                    .formatted(staying(), process, version, places(stuck)));
        }
        if (staying() + (running == 0 ? 1 : 0) > 0 && plan != Plan.UNCHANGED && !missing.isEmpty()) {
            obstacles.add(
                    "%d of the process %s would stay with version %d, which needs what this release does not have: %s."
                            .formatted(staying(), process, version, String.join(", ", missing)));
        }
        return obstacles;
    }

    /** For people, a few lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("  %s, version %d: %d running".formatted(process, version, running));
        if (plan == Plan.UNCHANGED) {
            lines.add("      " + plan.words);
        } else {
            if (goAlong > 0) {
                lines.add("      %d %s".formatted(goAlong, Plan.ALONG.words));
            }
            if (staying() > 0) {
                lines.add("      %d %s%s"
                        .formatted(
                                staying(),
                                (plan == Plan.UNFIT ? plan : Plan.STAY).words,
                                stuck.isEmpty() ? "" : ": " + places(stuck)));
            }
        }
        waiting.forEach((step, count) -> lines.add("        %6d  %s".formatted(count, step)));
        return lines;
    }

    private static String places(Map<String, Integer> steps) {
        return steps.entrySet().stream()
                .map(step -> "%d at \"%s\"".formatted(step.getValue(), step.getKey()))
                .collect(Collectors.joining(", "));
    }
}
