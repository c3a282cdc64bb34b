package org.throughcare.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which role may read which kind of information in which relation to the case: {@code access/rights.csv}. */
final class Rights {

    /** Stands for every role of a site. */
    private static final String STAFF = "staff";

    private final List<Right> rights;

    private record Right(String role, Relation relation, Set<InformationKind> kinds) {}

    private Rights(List<Right> rights) {
        this.rights = rights;
    }

    static Rights load() {
        List<Right> rights = AccessTable.read("rights.csv").stream()
                .map(line ->
                        new Right(line.get("role"), Relation.valueOf(line.get("relation")), AccessTable.kinds(line)))
                .toList();
        rights.forEach(right -> {
            if (!StaffGroups.SITE_ROLES.contains(right.role)
                    && !Set.of(STAFF, StaffGroups.PROVIDER).contains(right.role)) {
                throw new IllegalStateException("access/rights.csv names the unknown role \"" + right.role + "\".");
            }
        });
        return new Rights(rights);
    }

    Set<InformationKind> of(String role, Relation relation) {
        Set<InformationKind> kinds = EnumSet.noneOf(InformationKind.class);
        rights.stream()
                .filter(right -> right.relation == relation)
                .filter(right ->
                        right.role.equals(role) || right.role.equals(STAFF) && StaffGroups.SITE_ROLES.contains(role))
                .forEach(right -> kinds.addAll(right.kinds));
        return kinds;
    }
}
