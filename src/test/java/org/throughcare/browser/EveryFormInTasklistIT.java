package org.throughcare.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.throughcare.DatabaseDump;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.JournalEntry;
import org.throughcare.casefile.NewFlag;
import org.throughcare.casefile.NewStep;
import org.throughcare.casefile.ProgrammeSteps;
import org.throughcare.casefile.UrgentFlags;
import org.throughcare.caseload.StaffMember;
import org.throughcare.caseload.StaffMembers;
import org.throughcare.referrals.NewReferral;
import org.throughcare.referrals.Referral;
import org.throughcare.referrals.Referrals;

/**
 * Opens the form of every user task in Tasklist, as a user of its group, in a zone half a day away from the server's:
 * it is drawn, every label is there, and what is typed is what the record holds. Nothing that is typed can be read in
 * the database, in the log or in an address.
 */
@ExtendWith(OutputCaptureExtension.class)
class EveryFormInTasklistIT extends BrowserTest {

    private static final Path PICTURES = Path.of("target/screenshots/forms");
    /** A pattern of form ids, to try a few: {@code -Dforms=meetAtGate|giveMedicines}. */
    private static final String ONLY = System.getProperty("forms", ".*");

    private static final String COLLEAGUE = "browser.colleague";
    private static final String AUCKLAND = "Pacific/Auckland";
    private static final String LOS_ANGELES = "America/Los_Angeles";

    /** Stands in every text that the test types. */
    private static final String CANARY = "Karewarewa";

    @Autowired
    private DataSource database;

    @Autowired
    private UrgentFlags flags;

    @Autowired
    private ProgrammeSteps steps;

    @Autowired
    private Referrals referrals;

    @Autowired
    private StaffMembers staffMembers;

    private final Map<String, TasklistPage> pages = new HashMap<>();
    private TasksAlone alone;

    @BeforeEach
    void deployEveryTask() {
        alone = new TasksAlone(engine);
    }

    @AfterEach
    void removeEveryTask() {
        identityService.clearAuthentication();
        staffMembers.save(colleague(false));
        alone.remove();
    }

    @TestFactory
    Stream<DynamicTest> everyFormIsDrawnFilledInAndKept(CapturedOutput log) {
        Stream<DynamicTest> forms = alone.all().stream()
                .filter(task -> task.form().matches(ONLY))
                .map(task -> dynamicTest(task.toString(), () -> Patience.twice(() -> tryIt(task))));
        DynamicTest nowhereElse = dynamicTest("what was typed is in the record only", () -> isInTheRecordOnly(log));
        return Stream.concat(forms, Stream.of(nowhereElse));
    }

    private void isInTheRecordOnly(CapturedOutput log) {
        DatabaseDump dump = DatabaseDump.of(database);
        assertThat(dump.byTable().get("journal_entry")).as("the journal").isNotBlank();
        assertThat(dump.tablesThatHold(CANARY))
                .as("tables where it can be read")
                .isEmpty();
        assertThat(chromium.addresses()).as("addresses").isNotEmpty().noneMatch(address -> address.contains(CANARY));
        assertThat(log.getAll()).as("the log").doesNotContain(CANARY);
    }

    @Test
    void aDateTypedOrShownInLosAngelesIsTheDateInTheRecord() {
        List<ModelledTask> withDates = alone.all().stream()
                .filter(task ->
                        fields(task).stream().anyMatch(field -> field.isDate() && field.answered() && field.always()))
                .limit(8)
                .toList();
        assertThat(withDates).isNotEmpty();
        withDates.forEach(modelled -> Patience.twice(() -> tryDateOf(modelled)));
    }

    private void tryDateOf(ModelledTask modelled) {
        FormField date = fields(modelled).stream()
                .filter(field -> field.isDate() && field.answered() && field.always())
                .findFirst()
                .orElseThrow();
        LocalDate known = today().plusDays(20);
        String caseNumber = aWoman().knownTo(date.key(), known.toString()).admitted();
        Task task = begin(modelled, caseNumber);
        TasklistPage page = pageOf(task, LOS_ANGELES);
        page.open(task.getId());
        if (!page.field(date.key())
                .locator("input.flatpickr-input")
                .first()
                .inputValue()
                .isEmpty()) {
            assertThat(page.dayIn(date))
                    .as("%s shown in %s", date.key(), modelled)
                    .isEqualTo(known);
        }
        fillAndComplete(modelled, task, caseNumber, page);
    }

    private void tryIt(ModelledTask modelled) {
        String caseNumber =
                aWoman().named("Moana Picture").knownTo("language", "English").admitted();
        Task task = begin(modelled, caseNumber);
        TasklistPage page = pageOf(task, AUCKLAND);
        Locator form = page.open(task.getId());
        String text = form.innerText();
        fields(modelled).stream()
                .filter(field -> field.always() && field.label() != null)
                .forEach(field -> assertThat(text).contains(field.label().strip()));
        page.picture(PICTURES.resolve(modelled.form() + ".png"));
        fillAndComplete(modelled, task, caseNumber, page);
    }

    private void fillAndComplete(ModelledTask modelled, Task task, String caseNumber, TasklistPage page) {
        Map<String, Object> typed = fill(modelled, page);
        page.complete();
        waitUntilDone(task, page);
        holds(answersOf(caseNumber), typed);
    }

    @SuppressWarnings("unchecked")
    private static void holds(Map<String, Object> kept, Map<String, Object> typed) {
        typed.forEach((key, value) -> {
            if (value instanceof List<?> rows && rows.get(0) instanceof Map) {
                assertThat((List<Map<String, Object>>) kept.get(key)).as(key).hasSize(1);
                holds(((List<Map<String, Object>>) kept.get(key)).get(0), (Map<String, Object>) rows.get(0));
            } else {
                assertThat(kept).containsEntry(key, value);
            }
        });
    }

    /** Answers what is tried, and what these answers bring up. */
    private Map<String, Object> fill(ModelledTask modelled, TasklistPage page) {
        Map<String, Object> typed = new LinkedHashMap<>();
        if (fields(modelled).stream().anyMatch(FormField::isList)) {
            page.beginEmptyLists();
        }
        List<FormField> open =
                fields(modelled).stream().filter(FormField::isTried).toList();
        for (int pass = 0; pass < 2; pass++) {
            for (FormField field : open) {
                if (!typed.containsKey(field.key()) && page.shows(field)) {
                    typed.put(
                            field.key(),
                            page.answer(
                                    field, field.fitting(CANARY + " typed for " + field.key()), today().plusDays(14)));
                }
            }
        }
        return asSent(open, typed);
    }

    /** What was typed as the record keeps it: answers in rows under their list, and without options of the record. */
    private static Map<String, Object> asSent(List<FormField> tried, Map<String, Object> typed) {
        Map<String, Object> sent = new TreeMap<>();
        for (FormField field : tried) {
            Object value = typed.get(field.key());
            if (value == null) {
                continue;
            }
            if (field.inRow()) {
                rowOf(sent, field.list()).put(field.key(), value);
            } else {
                sent.put(field.key(), value);
            }
        }
        return sent;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> rowOf(Map<String, Object> sent, String list) {
        return ((List<Map<String, Object>>) sent.computeIfAbsent(list, key -> List.of(new TreeMap<>()))).get(0);
    }

    private void waitUntilDone(Task task, TasklistPage page) {
        for (int i = 0; i < 60; i++) {
            if (taskService.createTaskQuery().taskId(task.getId()).count() == 0) {
                return;
            }
            page.page().waitForTimeout(250);
        }
        throw new AssertionError("The task was not completed. Tasklist says: " + page.complaint());
    }

    private Map<String, Object> answersOf(String caseNumber) {
        List<JournalEntry> submitted = journalOf(caseNumber, "formSubmitted");
        assertThat(submitted).hasSize(1);
        @SuppressWarnings("unchecked")
        Map<String, Object> answers =
                (Map<String, Object>) submitted.get(0).details().get("answers");
        return answers;
    }

    private TasklistPage pageOf(Task task, String zone) {
        String group = groupsOf(task).get(0);
        String user = users.in(group);
        taskService.setAssignee(task.getId(), user);
        return pages.computeIfAbsent(user + zone, key -> signIn(user, zone));
    }

    private TasklistPage signIn(String user, String zone) {
        return TasklistPage.signIn(chromium.open(zone), address(""), user, Users.PASSWORD);
    }

    private Task begin(ModelledTask modelled, String caseNumber) {
        CaseFile woman = cases.get(caseNumber);
        return alone.begin(modelled, woman, codesFor(modelled, woman));
    }

    /** What the record holds before such a task comes up. */
    private Map<String, Object> codesFor(ModelledTask modelled, CaseFile woman) {
        Map<String, Object> codes = new HashMap<>();
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        switch (modelled.process()) {
            case "urgentResponse" -> {
                long flag = flags.raise(new NewFlag(
                        woman.caseNumber(), "selfHarm", "urgent", "mentalHealth", tomorrow, "She said so herself."));
                codes.put("flagId", flag);
                codes.put("subject", "urgent:" + flag);
            }
            case "programmeSequencing" -> {
                steps.plan(
                        woman.caseNumber(),
                        List.of(new NewStep(1, "griefAndDepressionWork", "preWork", null, "Lynch-pin first.")));
                codes.put("stepId", steps.of(woman.caseNumber()).get(0).id());
            }
            case "supervision" -> {
                staffMembers.save(colleague(true));
                codes.put("supervisedPerson", COLLEAGUE);
            }
            case "caseManagement" -> staffMembers.save(colleague(true));
            case "referral" -> codes.putAll(housingReferral(woman.caseNumber()));
            default -> codes.put("releaseSubject", "release:1");
        }
        codes.put("providerId", "northtownHousing");
        return codes;
    }

    private static StaffMember colleague(boolean active) {
        return new StaffMember(COLLEAGUE, StaffMember.CASE_MANAGER, "north", "Kiri Colleague", true, "full", active);
    }

    private Map<String, Object> housingReferral(String caseNumber) {
        long id = referrals
                .open(new NewReferral(
                        caseNumber, "housing", "preRelease", "now", "releaseCoordinator", "soon", "Nowhere to sleep."))
                .orElseThrow();
        Referral referral = referrals.get(id);
        return Map.of(
                "referralId", id,
                "service", referral.service(),
                "ownerRole", referral.ownerRole(),
                "proposedProviderId", "northtownHousing",
                "subject", referral.subject());
    }

    private List<FormField> fields(ModelledTask task) {
        return FormField.of(alone.form(task));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
