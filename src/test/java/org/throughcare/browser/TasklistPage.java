package org.throughcare.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tasklist as one person sees it. */
final class TasklistPage {

    /** Answers that lead on, taken when a field offers them. */
    private static final List<String> ORDINARY =
            List.of("yes", "kept", "agreed", "accepted", "ready", "completed", "attended", "none", "low", "no");

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK);

    private final Page page;
    private final String address;
    private final List<String> refused = new ArrayList<>();

    private TasklistPage(Page page, String address) {
        this.page = page;
        this.address = address;
        page.onResponse(response -> {
            if (response.status() >= 400) {
                refused.add(response.status() + " " + response.url());
            }
        });
    }

    static TasklistPage signIn(BrowserContext browser, String address, String userId, String password) {
        Page page = browser.newPage();
        page.navigate(address + TASKLIST);
        for (int attempt = 0; page.locator("[cam-tasks]").count() == 0 && attempt < 3; attempt++) {
            page.locator("input[type=text]").first().fill(userId);
            page.locator("input[type=password]").first().fill(password);
            page.locator("button[type=submit]").first().click();
            waitForTheList(page);
        }
        return new TasklistPage(page, address);
    }

    private static void waitForTheList(Page page) {
        try {
            page.locator("[cam-tasks]").first().waitFor(new Locator.WaitForOptions().setTimeout(20_000));
        } catch (TimeoutError e) {
            page.reload();
        }
    }

    Page page() {
        return page;
    }

    /**
     * Opens a task and waits for its form; fails when Tasklist cannot draw it. Tasklist is loaded anew, since a late
     * answer about the task before would close the one that is opened now.
     */
    Locator open(String taskId) {
        page.navigate("about:blank");
        page.navigate(address + TASKLIST + "#/?task=" + taskId);
        Locator form = page.locator(".task-details .fjs-form");
        try {
            form.waitFor();
        } catch (TimeoutError e) {
            throw new AssertionError("Tasklist does not draw the form. It says: " + complaint(), e);
        }
        return form;
    }

    /** The part of the form that belongs to that key; nothing is found while a condition hides it. */
    Locator field(String key) {
        return page.locator(
                        ".fjs-form-field:has([id$='-Field_%1$s'], [id*='-Field_%1$s-'], [id$='-Field_%1$s_0'], [id*='-Field_%1$s_0-'])"
                                .formatted(key))
                .last();
    }

    boolean shows(FormField field) {
        return field(field.key()).count() > 0;
    }

    /** Answers that field as a person does and tells what the record must hold; null when the options are not known. */
    Object answer(FormField field, String text, LocalDate day) {
        Locator place = field(field.key());
        return switch (field.type()) {
            case "textfield", "textarea" -> {
                Locator input = place.locator("input.fjs-input, textarea").first();
                input.fill(text);
                input.blur();
                yield text;
            }
            case "number" -> {
                Locator input = place.locator("input").first();
                input.fill("1");
                input.blur();
                yield 1;
            }
            case "checkbox" -> {
                place.locator("input").first().check();
                yield true;
            }
            case "radio" -> {
                place.locator("input[type=radio]").nth(ordinary(field)).check();
                yield field.options().get(ordinary(field));
            }
            case "checklist" -> {
                place.locator("input[type=checkbox]").first().check();
                yield List.of(field.options().get(0));
            }
            case "select" -> choose(place, field);
            case "datetime" -> {
                Locator input = place.locator("input.flatpickr-input").first();
                input.fill(AS_TYPED.format(day));
                input.press("Enter");
                input.press("Escape");
                yield day.toString();
            }
            default -> throw new IllegalArgumentException("No way to answer a " + field.type() + " is known.");
        };
    }

    /** Adds a first row to each list that has none. */
    void beginEmptyLists() {
        for (Locator list : page.locator(".fjs-form-field-dynamiclist").all()) {
            if (list.locator(".fjs-repeat-row-container, .fjs-repeat-row-remove")
                            .count()
                    == 0) {
                list.locator(".fjs-repeat-render-add").first().click();
            }
        }
    }

    /** The day that a date field shows. */
    LocalDate dayIn(FormField field) {
        return LocalDate.parse(
                field(field.key()).locator("input.flatpickr-input").first().inputValue(), AS_TYPED);
    }

    private Object choose(Locator place, FormField field) {
        place.locator(".fjs-input-group").click();
        Locator options = page.locator(".fjs-dropdownlist-item:visible");
        options.first().waitFor();
        int index = field.options().isEmpty() ? 0 : ordinary(field);
        options.nth(index).click();
        return field.options().isEmpty() ? null : field.options().get(index);
    }

    private static int ordinary(FormField field) {
        return ORDINARY.stream()
                .filter(field.options()::contains)
                .findFirst()
                .map(field.options()::indexOf)
                .orElse(0);
    }

    /** Presses "Complete" after a breath, as people do: the form takes in what was typed a moment later. */
    void complete() {
        page.waitForTimeout(400);
        page.locator(".task-details .form-actions button.btn-primary:visible")
                .last()
                .evaluate("button => button.click()");
    }

    /** What Tasklist and the server say when they refused something; empty when they say nothing. */
    String complaint() {
        Locator alerts = page.locator(".page-notifications .alert:visible, .task-details .alert:visible");
        Locator marks = page.locator(".fjs-form-field-error:visible");
        return Stream.of(alerts.allInnerTexts(), marks.allInnerTexts(), refused)
                .flatMap(List::stream)
                .collect(Collectors.joining(" | "));
    }

    /** A picture of the opened task. */
    void picture(Path file) {
        page.locator(".task-details").first().screenshot(new Locator.ScreenshotOptions().setPath(file));
    }

    /** A picture of all that she sees. */
    void pictureOfAll(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    void waitFor(String selector) {
        page.locator(selector).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }
}
