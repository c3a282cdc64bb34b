package org.throughcare.casepage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.access.ThirdPartySecrets;
import org.throughcare.casepage.SubjectAccess.Line;
import org.throughcare.words.Words;

/** Words what is held, and leaves out what is about others. */
@Component
class HeldLines {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);

    private final Answers answers;
    private final ThirdPartySecrets secrets;

    HeldLines(Answers answers, ThirdPartySecrets secrets) {
        this.answers = answers;
        this.secrets = secrets;
    }

    /** Facts by the form that asks for them. */
    Map<String, List<Line>> byForm(Map<String, ?> facts) {
        Map<String, List<Line>> forms = new LinkedHashMap<>();
        answers.byForm(facts)
                .forEach((title, own) -> forms.put(
                        title,
                        own.stream()
                                .map(answer -> ofFact(answer, facts.get(answer.key())))
                                .toList()));
        return forms;
    }

    /** The answers of a submitted form, in its order. */
    List<Line> ofForm(String form, Map<String, ?> given) {
        return answers.of(form, given).stream()
                .map(answer -> ofFact(answer, given.get(answer.key())))
                .toList();
    }

    private Line ofFact(Answers.Answer answer, Object value) {
        return secrets.withholdsFact(answer.key())
                ? Line.withheld(answer.key(), answer.question())
                : new Line(answer.key(), answer.question(), value, answer.answer(), null);
    }

    boolean withholdsEntry(String kindOfEntry) {
        return secrets.withholdsEntry(kindOfEntry);
    }

    /** Labels and values in pairs; pairs without a value are left out. */
    static List<Line> pairs(ZoneId zone, Object... pairs) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                lines.add(line(zone, (String) pairs[i], pairs[i + 1]));
            }
        }
        return lines;
    }

    /** One value with its label. */
    static Line line(ZoneId zone, String label, Object value) {
        return Line.of(label, value, inWords(zone, value));
    }

    private static String inWords(ZoneId zone, Object value) {
        if (value instanceof Instant moment) {
            return MOMENT.format(moment.atZone(zone));
        }
        if (value instanceof LocalDate day) {
            return Answers.day(day.toString());
        }
        if (value instanceof Boolean answer) {
            return answer ? "Yes" : "No";
        }
        String text = String.valueOf(value);
        return text.matches("[a-z]+([A-Z][a-z0-9]*)*") ? Words.spoken(text) : text;
    }
}
