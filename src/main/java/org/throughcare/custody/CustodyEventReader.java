package org.throughcare.custody;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.throughcare.sites.Sites;

/** Reads one event and names everything that is wrong with it. */
@Component
class CustodyEventReader {

    private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
    static final Pattern PRISON_NUMBER = Pattern.compile("[A-Z][0-9]{4}[A-Z]{2}");
    private static final Set<String> LEGAL_STATUS = Set.of("remand", "sentenced", "indeterminate", "recalled");
    private static final int LONGEST_REASON = 300;

    /** Clocks of two systems differ; an event from further ahead than this is a mistake. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(10);

    private static final Set<String> REGISTRATION = Set.of(
            "womanName",
            "dateOfBirth",
            "site",
            "admissionDate",
            "legalStatus",
            "releaseDate",
            "homeDistrict",
            "language");
    private static final Set<String> OTHERS =
            Set.of("eventId", "type", "prisonNumber", "occurredAt", "reason", "toSite");

    private final Clock clock;
    private final Sites sites;

    CustodyEventReader(Clock clock, Sites sites) {
        this.clock = clock;
        this.sites = sites;
    }

    /**
     * Reads the event.
     *
     * @throws RefusedReportException with 400 when something is wrong with it
     */
    CustodyEvent read(JsonNode sent) {
        if (sent == null || !sent.isObject()) {
            throw RefusedReportException.badContent("", "An event is a JSON object.");
        }
        Reading reading = new Reading(sent);
        reading.knowsAllFields();
        String eventId = reading.matching("eventId", EVENT_ID, "1 to 100 letters, digits and . _ : / -");
        Optional<CustodyEvent.Type> type = reading.type();
        String prisonNumber = reading.matching("prisonNumber", PRISON_NUMBER, "a letter, four digits and two letters");
        Instant occurredAt = reading.occurredAt();
        type.ifPresent(reading::fieldsOf);
        if (!reading.errors.isEmpty()) {
            throw RefusedReportException.badContent(reading.errors);
        }
        return new CustodyEvent(eventId, type.orElseThrow(), prisonNumber, occurredAt, reading.fields);
    }

    private final class Reading {

        private final JsonNode sent;
        private final List<FieldError> errors = new ArrayList<>();
        private final Map<String, Object> fields = new LinkedHashMap<>();

        Reading(JsonNode sent) {
            this.sent = sent;
        }

        void knowsAllFields() {
            sent.fieldNames().forEachRemaining(name -> {
                if (!REGISTRATION.contains(name) && !OTHERS.contains(name)) {
                    wrong(name, "is not a field of a custody event.");
                }
            });
        }

        Optional<CustodyEvent.Type> type() {
            String name = text("type").orElse("");
            for (CustodyEvent.Type type : CustodyEvent.Type.values()) {
                if (type.name().equals(name)) {
                    return Optional.of(type);
                }
            }
            wrong("type", "has to be one of " + List.of(CustodyEvent.Type.values()) + ".");
            return Optional.empty();
        }

        Instant occurredAt() {
            try {
                Instant occurredAt =
                        OffsetDateTime.parse(text("occurredAt").orElse("")).toInstant();
                if (occurredAt.isAfter(clock.instant().plus(CLOCK_DIFFERENCE))) {
                    wrong("occurredAt", "lies in the future. Report what has happened.");
                }
                return occurredAt;
            } catch (DateTimeParseException e) {
                wrong("occurredAt", "has to be a date and time with its offset, such as 2026-03-01T14:30:00Z.");
                return Instant.EPOCH;
            }
        }

        void fieldsOf(CustodyEvent.Type type) {
            switch (type) {
                case admitted -> REGISTRATION.forEach(this::keep);
                case releaseDateChanged -> {
                    releaseDate(true);
                    reason();
                    if (text("legalStatus").isPresent()) {
                        legalStatus();
                    }
                }
                case transferred -> site(sent.has("toSite") ? "toSite" : "site", "toSite");
                case returnedToCustody -> {
                    site("site", "site");
                    legalStatus();
                    releaseDate(false);
                }
                case released, died, deported -> {
                    // what happened and when is all there is to say
                }
            }
        }

        /** What the start form checks itself. */
        private void keep(String field) {
            JsonNode value = sent.path(field);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                fields.put(
                        field,
                        value.isTextual() ? value.asText() : value.isNumber() ? value.numberValue() : value.asText());
            } else if (value.isContainerNode()) {
                wrong(field, "has to be text.");
            }
        }

        private void releaseDate(boolean mustBeSaid) {
            if (mustBeSaid && !sent.has("releaseDate")) {
                wrong("releaseDate", "is missing. Send null when the date is unknown now.");
            }
            text("releaseDate").ifPresent(text -> {
                try {
                    fields.put("releaseDate", LocalDate.parse(text).toString());
                } catch (DateTimeParseException e) {
                    wrong("releaseDate", "has to be a date such as 2026-02-28, or null.");
                }
            });
        }

        private void reason() {
            String reason = text("reason").orElse("Reported by the prison.");
            if (reason.length() > LONGEST_REASON) {
                wrong("reason", "is too long; at most " + LONGEST_REASON + " characters.");
            }
            fields.put("reason", reason);
        }

        private void legalStatus() {
            String status = text("legalStatus").orElse("");
            if (!LEGAL_STATUS.contains(status)) {
                wrong("legalStatus", "has to be remand, sentenced, indeterminate or recalled.");
            }
            fields.put("legalStatus", status);
        }

        private void site(String field, String name) {
            String site = text(field).orElse("");
            if (sites.find(site).isEmpty()) {
                wrong(name, "is no site of this estate; it has " + sites.ids() + ".");
            }
            fields.put(name, site);
        }

        String matching(String field, Pattern pattern, String form) {
            String value = text(field).orElse("");
            if (!pattern.matcher(value).matches()) {
                wrong(field, "has to be " + form + ".");
            }
            return value;
        }

        /** The text of a field; nothing when it is missing, null or blank. */
        private Optional<String> text(String field) {
            JsonNode value = sent.path(field);
            if (value.isMissingNode() || value.isNull()) {
                return Optional.empty();
            }
            if (!value.isTextual()) {
                wrong(field, "has to be text.");
                return Optional.empty();
            }
            return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
        }

        private void wrong(String field, String reason) {
            if (errors.stream().noneMatch(error -> error.field().equals(field))) {
                errors.add(new FieldError(field, reason));
            }
        }
    }
}
