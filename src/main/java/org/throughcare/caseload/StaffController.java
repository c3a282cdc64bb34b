package org.throughcare.caseload;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughcare.access.SignedIn;

/** Where administrators say who carries cases: where, how much, and whether she does now. */
@RestController
@RequestMapping("/api/staff")
class StaffController {

    private final StaffDesk desk;

    StaffController(StaffDesk desk) {
        this.desk = desk;
    }

    /**
     * What an administrator says about a case manager.
     *
     * @param woman whether she is a woman: only women are case managers of women (study 000)
     * @param workingPattern full or part
     */
    record Wish(
            @NotBlank String site,
            @NotBlank @Size(max = 200) String displayName,
            @NotNull Boolean woman,
            @NotNull @Pattern(regexp = "full|part") String workingPattern,
            @NotNull Boolean active) {}

    /** Everybody who is entered as a case manager, or belongs to a case managers' group and is not entered yet. */
    @GetMapping
    List<StaffDesk.Line> all(SignedIn administrator) {
        return desk.all(administrator);
    }

    /** One of them. */
    @GetMapping("/{userId}")
    StaffDesk.Line one(@PathVariable String userId, SignedIn administrator) {
        return desk.one(administrator, userId);
    }

    /** Enters or changes one of them. */
    @PutMapping("/{userId}")
    StaffDesk.Line save(@PathVariable String userId, @Valid @RequestBody Wish wish, SignedIn administrator) {
        return desk.save(
                administrator,
                new StaffMember(
                        userId,
                        StaffMember.CASE_MANAGER,
                        wish.site(),
                        wish.displayName().strip(),
                        wish.woman(),
                        wish.workingPattern(),
                        wish.active()));
    }
}
