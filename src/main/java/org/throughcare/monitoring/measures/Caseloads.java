package org.throughcare.monitoring.measures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughcare.caseload.Caseload;
import org.throughcare.caseload.Limits;
import org.throughcare.caseload.StaffMember;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.sites.Site;

/** What each case manager carries, beside what the table caseloadLimit allows for her working pattern. */
class Caseloads implements Measure {

    private static final String CASE_MANAGER = "caseManager";

    private final CountedCases counted;
    private final Definition definition;
    private final StaffMembers staffMembers;
    private final Caseload caseload;

    Caseloads(MeasureSql sql, StaffMembers staffMembers, Caseload caseload) {
        this.staffMembers = staffMembers;
        this.caseload = caseload;
        this.counted = new CountedCases(
                sql,
                new Definition(
                        "caseloads",
                        Group.OVERVIEW,
                        "Caseloads",
                        "Women whom each case manager has now, in custody and in the community, and all with whom she"
                                + " worked within the last 365 days, each beside the most that the table caseloadLimit"
                                + " allows for her working pattern. Women at the sites that you read count.",
                        """
                        select case_number, case_manager, 1 year_,
                          case when status = 'open' and released_at is null then 1 else 0 end custody,
                          case when status = 'open' and released_at is not null then 1 else 0 end community
                        from visible where case_manager is not null and (status = 'open' or closed_at >= :yearAgo)
                        union all
                        select distinct v.case_number, a.user_id, 1, 0, 0
                        from caseload_assignment a join visible v on v.case_number = a.case_number
                        where (a.assigned_at >= :yearAgo or a.ended_at >= :yearAgo)
                          and not (a.user_id = coalesce(v.case_manager, '')
                            and (v.status = 'open' or coalesce(v.closed_at >= :yearAgo, false)))""",
                        "domain.md rule 15 (study 000); table caseloadLimit",
                        List.of(Dimension.of(CASE_MANAGER, "Case manager")),
                        List.of(
                                new Value("custody", "In custody", "women"),
                                new Value("community", "In the community", "women"),
                                new Value("year", "Within a year", "women")),
                        true));
        Definition base = counted.definition();
        List<Value> values = new ArrayList<>();
        base.values().forEach(value -> {
            values.add(value);
            values.add(new Value(value.key() + "Max", "At most", value.unit()));
        });
        this.definition = new Definition(
                base.id(),
                base.group(),
                base.title(),
                base.words(),
                base.sql(),
                base.source(),
                base.dimensions(),
                values,
                true);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Override
    public List<Row> rows(Scope scope) {
        Map<String, StaffMember> members = staffMembers.active(StaffMember.CASE_MANAGER).stream()
                .collect(Collectors.toMap(StaffMember::userId, Function.identity()));
        Map<String, Row> carried = new LinkedHashMap<>();
        counted.rows(scope).forEach(row -> carried.put(row.of().get(CASE_MANAGER), row));
        List<String> sites = scope.sites().stream().map(Site::id).toList();
        members.values().stream()
                .filter(member -> sites.contains(member.site()))
                .forEach(member -> carried.computeIfAbsent(member.userId(), Caseloads::nobody));
        Map<String, Limits> limits = new HashMap<>();
        return carried.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(entry -> withLimits(
                        entry.getValue(),
                        Optional.ofNullable(members.get(entry.getKey()))
                                .map(member -> limits.computeIfAbsent(member.workingPattern(), caseload::limits))))
                .toList();
    }

    private static Row nobody(String userId) {
        return new Row(Map.of(CASE_MANAGER, userId), Map.of("custody", 0, "community", 0, "year", 0));
    }

    /** Who is no longer a case manager has no limits, and should have no women. */
    private static Row withLimits(Row row, Optional<Limits> limits) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("custody", row.values().get("custody"));
        values.put("custodyMax", limits.map(Limits::custodyMax).orElse(null));
        values.put("community", row.values().get("community"));
        values.put("communityMax", limits.map(Limits::communityMax).orElse(null));
        values.put("year", row.values().get("year"));
        values.put("yearMax", limits.map(Limits::yearMax).orElse(null));
        return new Row(row.of(), values);
    }

    @Override
    public List<String> cases(Scope scope, Map<String, String> of, String value) {
        return counted.cases(scope, of, value.replace("Max", ""));
    }
}
