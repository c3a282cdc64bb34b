package org.throughcare.casepage;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.throughcare.access.AccessLog;
import org.throughcare.access.InformationKind;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.HeldRecords;
import org.throughcare.casepage.SubjectAccess.Item;
import org.throughcare.casepage.SubjectAccess.Line;
import org.throughcare.casepage.SubjectAccess.Part;
import org.throughcare.sites.Sites;
import org.throughcare.words.Words;

/** What other packages keep about her, and who read about her. */
@Component
@Order(3)
class OtherSources implements SubjectAccessSource {

    /** The label under which a value is a user id. */
    private static final String CASE_MANAGER = "Case manager";

    private final List<HeldRecords> records;
    private final AccessLog readings;
    private final StaffRoles roles;
    private final Sites sites;

    OtherSources(List<HeldRecords> records, AccessLog readings, StaffRoles roles, Sites sites) {
        this.records = records;
        this.readings = readings;
        this.roles = roles;
        this.sites = sites;
    }

    @Override
    public List<Part> of(CaseFile file) {
        ZoneId zone = sites.get(file.site()).zone();
        List<Part> parts = new ArrayList<>();
        records.forEach(kept -> parts.add(new Part(
                kept.name(),
                kept.title(),
                kept.of(file.caseNumber()).stream()
                        .map(held -> item(held, zone))
                        .toList())));
        parts.add(new Part(
                "accessLog",
                "Who read about you",
                readings.of(file.caseNumber()).stream()
                        .sorted(Comparator.comparing(AccessLog.Reading::at))
                        .map(reading -> item(reading, zone))
                        .toList()));
        return parts;
    }

    private Item item(HeldRecords.Held held, ZoneId zone) {
        List<Line> lines = new ArrayList<>();
        held.values().forEach((label, value) -> {
            Object shown = CASE_MANAGER.equals(label) && value != null ? roles.of(value.toString()) : value;
            lines.addAll(HeldLines.pairs(zone, label, shown));
        });
        return new Item(held.at(), held.by() == null ? null : roles.of(held.by()), held.what(), lines);
    }

    private Item item(AccessLog.Reading reading, ZoneId zone) {
        String kinds = String.join(
                ", ",
                reading.kinds().stream()
                        .filter(kind -> !kind.isBlank())
                        .map(kind -> Words.of(
                                "information", InformationKind.valueOf(kind).name()))
                        .toList());
        return new Item(
                reading.at(),
                roles.of(reading.by()),
                "Read in: " + Words.spoken(reading.place().toLowerCase(java.util.Locale.ROOT)),
                List.of(HeldLines.line(zone, "About", kinds)));
    }
}
