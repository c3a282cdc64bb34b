package org.throughcare.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.throughcare.StaffOfTest;
import org.throughcare.WebTest;

/** An administrator says who carries cases, and allocation follows. */
class StaffListTest extends WebTest {

    @Autowired
    private StaffMembers staffMembers;

    @Autowired
    private Caseload caseload;

    private StaffOfTest others;
    private String newcomer;

    @BeforeEach
    void aNewcomer() {
        others = StaffOfTest.alone(staffMembers);
        person("admin", "camunda-admin");
        newcomer = person("newcomer" + System.nanoTime(), "caseManager.north");
    }

    @AfterEach
    void leave() {
        staffMembers
                .find(newcomer, StaffMember.CASE_MANAGER)
                .ifPresent(member -> put("admin", path(), wish(Map.of("active", false))));
        others.leave();
    }

    @Test
    void whoIsInTheGroupIsOnTheListAndGetsCasesOnceSheIsEntered() {
        String woman = aWoman().admitted();
        assertThat(get("admin", path()).json().path("entered").asBoolean()).isFalse();
        assertThat(caseload.allocate(woman)).isEmpty();

        Answer saved = put("admin", path(), wish(Map.of()));

        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(get("admin", path()).json().path("workingPattern").asText()).isEqualTo("part");
        assertThat(get("admin", "/api/staff").text()).contains(newcomer);
        assertThat(caseload.allocate(woman)).contains(newcomer);
    }

    @Test
    void whoIsNoWomanOrAwayGetsNoCase() {
        String woman = aWoman().admitted();

        put("admin", path(), wish(Map.of("woman", false)));
        assertThat(caseload.allocate(woman)).isEmpty();
        put("admin", path(), wish(Map.of("active", false)));
        assertThat(caseload.allocate(woman)).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        assertThat(put("admin", path(), wish(Map.of("site", "south")))
                        .json()
                        .path("detail")
                        .asText())
                .contains("caseManager.south");
        assertThat(put("admin", path(), wish(Map.of("site", "moon"))).status()).isEqualTo(400);
        assertThat(put("admin", path(), wish(Map.of("workingPattern", "never"))).status())
                .isEqualTo(400);
        assertThat(put("admin", path(), Map.of("site", "north")).status()).isEqualTo(400);
        assertThat(get("admin", "/api/staff/nobody").status()).isEqualTo(404);
    }

    @Test
    void onlyAdministratorsKeepTheList() {
        for (String user : List.of(person("supervisor.north", "supervisor.north"), person("manager", "manager"))) {
            assertThat(get(user, "/api/staff").status()).isEqualTo(403);
            assertThat(put(user, path(), wish(Map.of())).status()).isEqualTo(403);
        }
    }

    private String path() {
        return "/api/staff/" + newcomer;
    }

    private static Map<String, Object> wish(Map<String, Object> changes) {
        Map<String, Object> wish = new HashMap<>(Map.of(
                "site", "north", "displayName", "Ana New", "woman", true, "workingPattern", "part", "active", true));
        wish.putAll(changes);
        return wish;
    }
}
