package org.throughcare.access;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** Of which kind each fact, line of the journal, flag and decision is: {@code access/kinds.csv}. */
final class Kinds {

    private static final String NOT_ABOUT_A_WOMAN = "none";
    private static final String THIRD_PARTY = "thirdParty";
    private static final String WITHHELD = "withheld";
    private static final Set<InformationKind> ALL = Set.copyOf(EnumSet.allOf(InformationKind.class));

    /** What a line of the table names. */
    enum What {
        FACT,
        ENTRY,
        FLAG,
        DECISION
    }

    private final Map<String, Set<InformationKind>> kinds;
    private final Set<String> aboutOthers;

    private Kinds(Map<String, Set<InformationKind>> kinds, Set<String> aboutOthers) {
        this.kinds = Map.copyOf(kinds);
        this.aboutOthers = Set.copyOf(aboutOthers);
    }

    static Kinds load() {
        Map<String, Set<InformationKind>> kinds = new HashMap<>();
        Set<String> aboutOthers = new HashSet<>();
        for (CSVRecord line : AccessTable.read("kinds.csv")) {
            What what = What.valueOf(line.get("what").toUpperCase(java.util.Locale.ROOT));
            Set<InformationKind> named =
                    NOT_ABOUT_A_WOMAN.equals(line.get("kinds")) ? Set.of() : AccessTable.kinds(line);
            if (kinds.put(key(what, line.get("name")), named) != null) {
                throw new IllegalStateException("access/kinds.csv names " + line.get("name") + " twice.");
            }
            if (line.isSet(THIRD_PARTY) && WITHHELD.equals(line.get(THIRD_PARTY))) {
                aboutOthers.add(key(what, line.get("name")));
            }
        }
        return new Kinds(kinds, aboutOthers);
    }

    /** The kinds that a reader of that must have a right to; every kind for what the table does not name. */
    Set<InformationKind> of(What what, String name) {
        return listed(what, name).orElse(ALL);
    }

    Optional<Set<InformationKind>> listed(What what, String name) {
        return Optional.ofNullable(kinds.get(key(what, name)));
    }

    /** Whether that is about somebody else, and so withheld when she asks what is held about her. */
    boolean isAboutOthers(What what, String name) {
        return aboutOthers.contains(key(what, name));
    }

    private static String key(What what, String name) {
        return what + " " + name;
    }
}
