package org.throughcare.decisions.workbench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.throughcare.access.CaseAccess;
import org.throughcare.access.CurrentStaff;
import org.throughcare.access.Identities;
import org.throughcare.access.SignedIn;
import org.throughcare.decisions.workbench.Differences.ColumnChange;
import org.throughcare.decisions.workbench.Differences.RuleChange;
import org.throughcare.decisions.workbench.TableChecks.Checked;
import org.throughcare.decisions.workbench.TableChecks.Finding;
import org.throughcare.forms.FormContext;
import org.throughcare.forms.FormValueSource;
import org.throughcare.forms.RefusedAnswerException;
import org.throughcare.forms.SubmittedFormCheck;
import org.throughcare.time.WorkingCalendar;

/** What the tasks of {@code tableChange} show of a proposal, and how their answer is taken. */
@Configuration(proxyBeanMethods = false)
class ProposalValues {

    private static final int MOST_LINES = 60;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    private final Proposals proposals;

    ProposalValues(Proposals proposals) {
        this.proposals = proposals;
    }

    private record Source(String key, Proposals proposals, Function<Proposal, Object> read) implements FormValueSource {

        @Override
        public Object value(FormContext context) {
            return proposal(context, proposals).map(read).orElse(null);
        }
    }

    private static Optional<Proposal> proposal(FormContext context, Proposals proposals) {
        return Optional.ofNullable(context.codes().get(TableChanges.PROPOSAL))
                .map(id -> proposals.get(((Number) id).longValue()));
    }

    private FormValueSource source(String key, Function<Proposal, Object> read) {
        return new Source(key, proposals, read);
    }

    @Bean
    FormValueSource tableProposalNumber() {
        return source("tableProposalNumber", proposal -> String.valueOf(proposal.id()));
    }

    @Bean
    FormValueSource tableNameOfChange() {
        return source(
                "tableNameOfChange",
                proposal -> TableText.of(proposal.dmn()).name() + " (" + proposal.decision() + ")");
    }

    @Bean
    FormValueSource tableProposedBy(Identities identities) {
        return source("tableProposedBy", proposal -> name(identities, proposal.author()));
    }

    @Bean
    FormValueSource tableReasonOfChange() {
        return source("tableReasonOfChange", Proposal::reason);
    }

    @Bean
    FormValueSource tableRunsFrom(WorkingCalendar calendar) {
        return source(
                "tableRunsFrom",
                proposal -> proposal.effectiveAt() == null
                        ? "As soon as it is approved"
                        : MOMENT.format(proposal.effectiveAt().atZone(calendar.zone(calendar.anySite()))));
    }

    @Bean
    FormValueSource tableDifferences(TableTexts texts, GoldenCaseChanges goldenChanges) {
        return source("tableDifferences", proposal -> texts.version(proposal.decision(), proposal.baseVersion())
                .map(base -> words(TableText.of(base), TableText.of(proposal.dmn()))
                        + goldenChanges.of(proposal).stream()
                                .limit(MOST_LINES)
                                .map(line -> "\n" + line)
                                .collect(Collectors.joining()))
                .orElse(null));
    }

    @Bean
    FormValueSource tableChecksNow(TableChanges changes) {
        return source("tableChecksNow", proposal -> words(changes.checkNow(proposal)));
    }

    @Bean
    FormValueSource tableImpact(ImpactResults results, CaseAccess cases, CurrentStaff staff, Identities identities) {
        return source("tableImpact", proposal -> {
            SignedIn reader = new SignedIn(staff.userId(), identities.groupsOf(staff.userId()));
            return results.of(proposal.impactRun(), cases.hiddenFrom(reader))
                    .map(Impact::summary)
                    .orElse("Still being compared with real decisions. Open the task again in a moment.");
        });
    }

    @Bean
    FormValueSource tableAnsweredBy(Identities identities) {
        return source(
                "tableAnsweredBy",
                proposal -> proposal.decidedBy() == null ? null : name(identities, proposal.decidedBy()));
    }

    @Bean
    FormValueSource tableAnswerGiven() {
        return source("tableAnswerGiven", Proposal::answer);
    }

    private static String name(Identities identities, String userId) {
        return identities.namesOf(List.of(userId)).getOrDefault(userId, userId);
    }

    private static String words(TableText base, TableText proposed) {
        Differences differences = Differences.between(base, proposed);
        if (differences.isEmpty()) {
            return "Nothing that decides: only widths, names or descriptions.";
        }
        List<String> lines = new java.util.ArrayList<>();
        differences.columns().forEach(column -> lines.add(words(column)));
        differences.rules().forEach(rule -> lines.add(words(rule, proposed)));
        return lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n"))
                + (lines.size() > MOST_LINES ? "\n… and " + (lines.size() - MOST_LINES) + " more, see the page." : "");
    }

    private static String words(ColumnChange column) {
        return "Column " + column.name() + " " + column.change() + ": " + fromTo(column.from(), column.to());
    }

    private static String words(RuleChange rule, TableText proposed) {
        String which = "Rule " + (rule.rowTo() == null ? rule.rowFrom() : rule.rowTo()) + " " + rule.change();
        return rule.cells().isEmpty()
                ? which
                : which + ": "
                        + rule.cells().stream()
                                .map(cell -> proposed.labelOf(cell.column()) + " " + fromTo(cell.from(), cell.to()))
                                .collect(Collectors.joining("; "));
    }

    private static String fromTo(String from, String to) {
        if (from.isEmpty()) {
            return to;
        }
        return from + " → " + (to.isEmpty() ? "(empty)" : to);
    }

    private static String words(Checked checked) {
        return checked.summary()
                + checked.findings().stream()
                        .limit(MOST_LINES)
                        .map(Finding::message)
                        .map(message -> "\n" + message)
                        .collect(Collectors.joining());
    }

    /** The answer of the other person: hers to give, complete, and no approval of what fails. */
    private record Answer(
            String form, Proposals proposals, TableChanges changes, CurrentStaff staff, WorkingCalendar calendar)
            implements SubmittedFormCheck {

        @Override
        public void check(FormContext context, Map<String, Object> answers) {
            proposal(context, proposals).ifPresent(proposal -> check(proposal, answers));
        }

        private void check(Proposal proposal, Map<String, Object> answers) {
            changes.reasonAgainst(proposal, staff.userId()).ifPresent(reason -> {
                throw new RefusedAnswerException("tableAnswer", reason);
            });
            if ("approve".equals(answers.get("tableAnswer"))
                    && proposal.releasedVersion() == null
                    && !changes.passesNow(proposal)) {
                throw new RefusedAnswerException(
                        "tableAnswer",
                        "approving is not possible, since a check fails by now. Send it back with that reason.");
            }
            if (answers.get("tableReleaseDay") instanceof String day
                    && LocalDate.parse(day).isBefore(calendar.today(calendar.anySite()))) {
                throw new RefusedAnswerException(
                        "tableReleaseDay", "lies in the past. Choose today or a later day, or leave it empty.");
            }
            // the words belong to no case; they stand with the proposal, in the transaction of this very form
            changes.answer(proposal.id(), staff.userId(), String.valueOf(answers.get("tableAnswerReason")));
        }
    }

    @Bean
    SubmittedFormCheck answerToChange(TableChanges changes, CurrentStaff staff, WorkingCalendar calendar) {
        return new Answer("approveTableChange", proposals, changes, staff, calendar);
    }

    @Bean
    SubmittedFormCheck answerToEmergency(TableChanges changes, CurrentStaff staff, WorkingCalendar calendar) {
        return new Answer("reviewEmergencyChange", proposals, changes, staff, calendar);
    }
}
