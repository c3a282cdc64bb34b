package org.throughcare.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.Facts;
import org.throughcare.packs.Saying.Said;
import org.throughcare.referrals.ConsentKind;
import org.throughcare.referrals.KnownViolence;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;

/**
 * What, where, when and who to call, for the first days. It leaves with her and may be read by a violent husband, so it says
 * nothing that others may not know (domain rule 16): never where she sleeps, what she takes or what is wrong, and no text
 * that staff wrote for staff. Practical appointments are named; others only say when, unless she wants them named; those
 * of services against violence are never named. Where somebody threatens her none is. What only she should decide to put on
 * paper has lines for her own hand. The decision: src/docs/decisions/0012-printed-packs.md.
 */
@Component
class GatePack implements PackSource {

    private static final List<String> TAKE =
            List.of("papers", "belongings", "money", "travel", "medicines", "telephone");
    private static final List<String> WRITE = List.of("meet", "travel", "tonight");

    private final Facts facts;
    private final Referrals referrals;
    private final Sites sites;
    private final PackSettings settings;

    GatePack(Facts facts, Referrals referrals, Sites sites, PackSettings settings) {
        this.facts = facts;
        this.referrals = referrals;
        this.sites = sites;
        this.settings = settings;
    }

    /** Where she is expected; who and where are null when the paper does not say. */
    record Appointment(LocalDate day, String time, List<Said> what, String who, String where) {}

    /** Somebody to ring. */
    record Call(List<Said> who, String name, String number) {}

    @Override
    public Pack pack() {
        return Pack.GATE_PACK;
    }

    @Override
    public String template() {
        return "gate";
    }

    @Override
    public Map<String, Object> values(Printing printing) {
        Map<String, Object> known = facts.of(printing.caseNumber());
        Saying say = new Saying(printing.language());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("say", say);
        values.put("caseNumber", printing.caseNumber());
        values.put("womanName", printing.file().womanName());
        values.put("firstDay", printing.file().releaseDate());
        values.put("calls", calls(printing, known, say));
        values.put(
                "take",
                pairs(TAKE.stream().map(thing -> say.words("take." + thing)).toList()));
        values.put("appointments", appointments(printing, known, say));
        values.put(
                "write", WRITE.stream().map(line -> say.words("write." + line)).toList());
        return values;
    }

    private static <T> List<List<T>> pairs(List<T> things) {
        List<List<T>> pairs = new ArrayList<>();
        for (int i = 0; i < things.size(); i += 2) {
            pairs.add(things.subList(i, Math.min(things.size(), i + 2)));
        }
        return pairs;
    }

    private List<Call> calls(Printing printing, Map<String, Object> known, Saying say) {
        List<Call> calls = new ArrayList<>();
        if (printing.view().showsFact("communityContactReach") && known.get("communityContactReach") != null) {
            calls.add(new Call(
                    say.words("call.worker"),
                    (String) known.get("communityContactName"),
                    String.valueOf(known.get("communityContactReach"))));
        }
        Site site = sites.get(printing.file().site());
        PackSettings.Team team = settings.teamOf(site.id(), site.name());
        if (team.telephone() != null) {
            calls.add(new Call(say.words("call.team"), null, team.telephone()));
        }
        settings.numbersOf(site.country())
                .forEach(line ->
                        calls.add(new Call(say.wordsOr("call." + line.who(), line.who()), null, line.number())));
        return calls;
    }

    private List<Appointment> appointments(Printing printing, Map<String, Object> known, Saying say) {
        Naming naming = KnownViolence.in(known) ? Naming.NONE : printing.named() ? Naming.WISHED : Naming.PRACTICAL;
        Stream<Appointment> booked = referrals.of(printing.caseNumber()).stream()
                .filter(referral -> referral.isOpen() && referral.appointmentDate() != null)
                .map(referral -> ofReferral(printing, referral, naming, say));
        Stream<Appointment> agreed = Stream.of(
                        ofFact(known, "firstMeetingDate", "appointment.worker", ConsentKind.PRACTICAL, naming, say),
                        ofFact(known, "firstHealthAppointment", "appointment.health", ConsentKind.HEALTH, naming, say),
                        ofFact(
                                known,
                                "firstTreatmentAppointment",
                                "appointment.drugTreatment",
                                ConsentKind.DRUGS_ALCOHOL,
                                naming,
                                say),
                        practical(known, "firstPaymentOn", "appointment.payment", naming, say),
                        practical(known, "workStartsOn", "appointment.work", naming, say))
                .flatMap(Optional::stream);
        return Stream.concat(booked, agreed)
                .filter(appointment -> !appointment.day().isBefore(printing.today()))
                .sorted(Comparator.comparing(Appointment::day).thenComparing(Appointment::time))
                .toList();
    }

    private Appointment ofReferral(Printing printing, Referral referral, Naming naming, Saying say) {
        Map<String, Object> agreed = facts.of(printing.caseNumber(), referral.subject());
        String time = (String) agreed.getOrDefault("appointmentTime", "");
        boolean readable = printing.view().kinds().containsAll(referral.kind().informationKinds());
        if (!readable || !naming.names(referral.kind())) {
            return new Appointment(referral.appointmentDate(), time, say.words("appointment"), null, null);
        }
        return new Appointment(
                referral.appointmentDate(),
                time,
                say.wordsOr("appointment." + referral.service(), referral.serviceName()),
                referral.providerName(),
                (String) agreed.get("appointmentPlace"));
    }

    /** The paper says when, so that she is there, and what only where it may. */
    private static Optional<Appointment> ofFact(
            Map<String, Object> known, String fact, String words, ConsentKind kind, Naming naming, Saying say) {
        return day(known, fact)
                .map(day ->
                        new Appointment(day, "", say.words(naming.names(kind) ? words : "appointment"), null, null));
    }

    /** What is no appointment to keep is left out where it may not be named. */
    private static Optional<Appointment> practical(
            Map<String, Object> known, String fact, String words, Naming naming, Saying say) {
        return naming.names(ConsentKind.PRACTICAL)
                ? ofFact(known, fact, words, ConsentKind.PRACTICAL, naming, say)
                : Optional.empty();
    }

    private static Optional<LocalDate> day(Map<String, Object> known, String fact) {
        return known.get(fact) instanceof String day ? Optional.of(LocalDate.parse(day)) : Optional.empty();
    }

    /** Which appointments say what they are. */
    private enum Naming {
        NONE,
        PRACTICAL,
        WISHED;

        boolean names(ConsentKind kind) {
            return switch (this) {
                case NONE -> false;
                case PRACTICAL -> kind == ConsentKind.PRACTICAL;
                case WISHED -> kind != ConsentKind.SAFETY;
            };
        }
    }
}
