package org.throughcare.rehearsal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.time.WorkingCalendar;

/** Lets an administrator of a demo see and move its time. There is no such path without the demo profile. */
@RestController
@Profile("demo")
@RequestMapping("/api/demo/clock")
class DemoClockController {

    private static final String FURTHEST = "P3Y";

    private final ClockTower tower;
    private final WorkingCalendar calendar;
    private final IdentityService identity;

    DemoClockController(ClockTower tower, WorkingCalendar calendar, IdentityService identity) {
        this.tower = tower;
        this.calendar = calendar;
        this.identity = identity;
    }

    @GetMapping
    Map<String, Object> now() {
        onlyForAdministrators();
        return Map.of("now", tower.now().toString());
    }

    @PostMapping
    Map<String, Object> advance(@RequestBody Map<String, Object> order) {
        onlyForAdministrators();
        Instant target = target(order.get("advance"));
        Authentication administrator = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            int jobs = tower.moveTo(target);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("now", tower.now().toString());
            answer.put("jobs", jobs);
            return answer;
        } finally {
            identity.setAuthentication(administrator);
        }
    }

    private Instant target(Object advance) {
        if (!(advance instanceof String span)) {
            throw refused(
                    HttpStatus.BAD_REQUEST, "Say how far in \"advance\", as an ISO duration such as P30D or PT4H.");
        }
        try {
            Instant target = calendar.dueAfter(calendar.anySite(), span, tower.now());
            Instant furthest = calendar.dueAfter(calendar.anySite(), FURTHEST, tower.now());
            if (target.isBefore(tower.now()) || target.isAfter(furthest)) {
                throw refused(HttpStatus.BAD_REQUEST, "Time moves forward, at most three years at once.");
            }
            return target;
        } catch (IllegalArgumentException e) {
            throw refused(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }

    private void onlyForAdministrators() {
        Authentication authentication = identity.getCurrentAuthentication();
        if (authentication == null || !authentication.getGroupIds().contains("camunda-admin")) {
            throw refused(HttpStatus.FORBIDDEN, "Only an administrator may see or move the time of the demo.");
        }
    }

    private static ErrorResponseException refused(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
