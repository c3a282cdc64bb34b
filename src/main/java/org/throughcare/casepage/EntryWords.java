package org.throughcare.casepage;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.throughcare.casefile.JournalEntry;
import org.throughcare.words.Words;

/** What a line of the journal says, in words: titles for forms and tables, names for user ids, words for codes. */
@Component
class EntryWords {

    private static final Pattern CODE = Pattern.compile("[a-z]+([A-Z][a-z0-9]*)+");
    private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
    private static final Map<String, String> CODES_OF_KINDS =
            Map.of("phase", "phase", "track", "track", "flag", "flag", "service", "service");

    private final Answers answers;
    private final StaffNames names;
    private final ChosenWords chosen;

    EntryWords(Answers answers, StaffNames names, ChosenWords chosen) {
        this.answers = answers;
        this.names = names;
        this.chosen = chosen;
    }

    /** With members of staff by name. */
    String of(JournalEntry entry) {
        return of(entry, names::of);
    }

    /** With members of staff as that function calls them. */
    String of(JournalEntry entry, UnaryOperator<String> people) {
        Map<String, Object> details = entry.details();
        if (details.get("form") instanceof String form) {
            return answers.titleOf(form);
        }
        if (details.get("decision") instanceof String decision) {
            return "Decision: " + Words.of("decision", decision);
        }
        if ("contactNoted".equals(entry.kind())) {
            return Words.of("contact", String.valueOf(details.get("kind"))) + ": "
                    + Words.spoken(String.valueOf(details.get("outcome"))).toLowerCase(Locale.ROOT) + ".";
        }
        String text = DATE.matcher(entry.summary()).replaceAll(date -> Answers.day(date.group()));
        for (Map.Entry<String, Object> detail : details.entrySet()) {
            if (detail.getValue() instanceof String value && !value.isEmpty()) {
                text = replaced(text, value, inWords(detail.getKey(), value, people));
            }
        }
        text = replaced(text, entry.by(), people.apply(entry.by()));
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String inWords(String name, String value, UnaryOperator<String> people) {
        if ("caseManager".equals(name) || "supervisor".equals(name)) {
            return people.apply(value);
        }
        if ("recipient".equals(name)) {
            return chosen.of("recipientsOfConsent", value);
        }
        if (CODES_OF_KINDS.containsKey(name)) {
            return Words.of(CODES_OF_KINDS.get(name), value);
        }
        return CODE.matcher(value).matches() ? Words.spoken(value).toLowerCase(Locale.ROOT) : value;
    }

    /** Whole words only. */
    private static String replaced(String text, String code, String words) {
        return code.equals(words)
                ? text
                : text.replaceAll("(?<![\\w.])" + Pattern.quote(code) + "(?!\\w)", Matcher.quoteReplacement(words));
    }
}
