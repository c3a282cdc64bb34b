package org.throughcare.monitoring.measures;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughcare.access.SignedIn;
import org.throughcare.monitoring.measures.Scopes.Question;
import org.throughcare.packs.PdfMaker;
import org.throughcare.sites.Site;

/**
 * The report that a manager prints for a month: outcomes of the twelve months that end with it, and beside them what is
 * running at the moment of printing. Each measure is a table with its words, and bars for its first number; retention is
 * drawn as a curve too.
 */
@Component
class MonthlyReport {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);
    private static final int MONTHS = 12;

    /** Long tables stay on the page; the milestones of a curve say the same. */
    private static final Set<String> MILESTONES = Set.of("0", "30", "91", "182", "365");

    private final Scopes scopes;
    private final MeasureDesk desk;
    private final PdfMaker pdf;

    MonthlyReport(Scopes scopes, MeasureDesk desk, PdfMaker pdf) {
        this.scopes = scopes;
        this.desk = desk;
        this.pdf = pdf;
    }

    /**
     * What one group of measures shows.
     *
     * @param notes what every measure in it notes
     */
    record Chapter(String title, String about, List<String> notes, List<Section> sections) {}

    /**
     * One measure.
     *
     * @param curve null where there is none
     */
    record Section(
            String title,
            String words,
            List<String> headings,
            List<Line> lines,
            List<String> notes,
            PrintedCurve curve) {}

    /**
     * A line of its table.
     *
     * @param bar the first number as a share of the longest bar, in hundredths; null when there is none
     */
    record Line(List<String> cells, Integer bar) {}

    /** The last twelve months that are over, the newest first. */
    List<YearMonth> months(SignedIn reader) {
        YearMonth last = lastMonth(printedAt(now(reader, null)));
        return IntStream.range(0, MONTHS).mapToObj(last::minusMonths).toList();
    }

    private Scope now(SignedIn reader, String site) {
        return scopes.of(reader, new Question(site, null, null, null, null));
    }

    private static ZonedDateTime printedAt(Scope now) {
        return now.now().atZone(now.sites().get(0).zone());
    }

    private static YearMonth lastMonth(ZonedDateTime printed) {
        return YearMonth.from(printed).minusMonths(1);
    }

    /**
     * Makes the file.
     *
     * @param month the last of the twelve; the one before this one when it is null
     */
    byte[] make(SignedIn reader, YearMonth month, String site) {
        Scope now = now(reader, site);
        ZonedDateTime printed = printedAt(now);
        YearMonth last = Optional.ofNullable(month).orElseGet(() -> lastMonth(printed));
        LocalDate from = last.minusMonths(MONTHS - 1).atDay(1);
        Scope year = scopes.of(reader, new Question(site, null, null, from, last.atEndOfMonth()));
        Scope ofMonth = scopes.of(reader, new Question(site, null, null, last.atDay(1), last.atEndOfMonth()));
        return pdf.make(
                "monthly-report",
                Map.of(
                        "title", "Monthly report, " + last.format(MONTH),
                        "sites",
                                String.join(
                                        ", ",
                                        now.sites().stream().map(Site::name).toList()),
                        "printed", printed.format(MOMENT),
                        "chapters",
                                List.of(
                                        chapter(
                                                "What came of it",
                                                "Releases from " + from.format(MONTH) + " to " + last.format(MONTH)
                                                        + ".",
                                                desk.answers(Group.OUTCOMES, year)),
                                        chapter(
                                                "Where the women are",
                                                "At the moment of printing.",
                                                desk.answers(Group.OVERVIEW, now)),
                                        chapter(
                                                "How work flows",
                                                "Phases that ended in " + last.format(MONTH)
                                                        + ", and who waits at the moment of printing.",
                                                desk.answers(Group.FLOW, ofMonth)),
                                        chapter(
                                                "Supervision",
                                                "Of the last 365 days, and ahead from now on.",
                                                desk.answers(Group.SUPERVISION, now)))));
    }

    private static Chapter chapter(String title, String about, List<Answer> answers) {
        List<String> common = answers.get(0).notes().stream()
                .filter(note -> answers.size() > 1
                        && answers.stream().allMatch(answer -> answer.notes().contains(note)))
                .toList();
        return new Chapter(
                title,
                about,
                common,
                answers.stream().map(answer -> section(answer, common)).toList());
    }

    private static Section section(Answer answer, List<String> alreadyNoted) {
        List<Answer.Line> rows = answer.rows().stream()
                .filter(row -> !answer.id().equals("retention")
                        || MILESTONES.contains(row.of().get("day").code()))
                .toList();
        List<Value> values =
                answer.values().stream().filter(value -> !isTheRest(value)).toList();
        String first = values.get(0).key();
        boolean share = values.get(0).unit().equals("share");
        double longest = share
                ? 1
                : rows.stream()
                        .map(row -> row.values().get(first))
                        .filter(Number.class::isInstance)
                        .mapToDouble(value -> ((Number) value).doubleValue())
                        .max()
                        .orElse(0);
        return new Section(
                answer.title(),
                answer.words(),
                Stream.concat(
                                answer.dimensions().stream().map(Answer.Heading::title),
                                values.stream().map(Value::title))
                        .toList(),
                rows.stream().map(row -> line(answer, values, row, longest)).toList(),
                answer.notes().stream()
                        .filter(note -> !alreadyNoted.contains(note))
                        .toList(),
                PrintedCurve.of(answer).orElse(null));
    }

    /** Who is not ready is for a list to be worked through; on paper it would say the same twice. */
    private static boolean isTheRest(Value value) {
        return value.key().matches("no[A-Z].*");
    }

    private static Line line(Answer answer, List<Value> values, Answer.Line row, double longest) {
        List<String> cells = new ArrayList<>();
        answer.dimensions()
                .forEach(dimension -> cells.add(row.of().get(dimension.key()).label()));
        values.forEach(value -> cells.add(said(row.values().get(value.key()), value.unit())));
        return new Line(
                cells,
                row.values().get(values.get(0).key()) instanceof Number number && longest > 0
                        ? (Integer) (int) Math.round(100 * number.doubleValue() / longest)
                        : null);
    }

    private static String said(Object value, String unit) {
        if (value instanceof Number number) {
            return unit.equals("share")
                    ? Math.round(number.doubleValue() * 100) + " %"
                    : new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.UK)).format(number);
        }
        return value == null ? "–" : SmallGroups.inWords(value);
    }
}
