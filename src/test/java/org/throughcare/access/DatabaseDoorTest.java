package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who comes while the database is away, or was inside when it went, reads a sentence and no error. */
class DatabaseDoorTest {

    private static final DataSource THERE =
            new SimpleDriverDataSource(new org.h2.Driver(), "jdbc:h2:mem:door;DB_CLOSE_DELAY=-1");

    private boolean cut;

    private final DatabaseWatch watch = new DatabaseWatch(new AbstractDataSource() {
        @Override
        public Connection getConnection() throws SQLException {
            if (cut) {
                throw new SQLException("secret.host refused", "08001");
            }
            return THERE.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    });

    private final DatabaseDoor door = new DatabaseDoor(watch, new PageHeaders(true), new Problems(new ObjectMapper()));

    @Test
    void theWatchSeesItGoAndComeBack() {
        watch.look();
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);

        lose();
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);

        cut = false;
        watch.look();
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whileItIsAwayNobodyIsLetIn() throws Exception {
        lose();

        MockHttpServletResponse answer = pass(request("GET", "/engine-rest/task", null), null);

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
        assertThat(answer.getContentAsString()).contains(DatabaseTrouble.IN_WORDS);
    }

    @Test
    void whoOpensAPageGetsOne() throws Exception {
        lose();

        MockHttpServletResponse answer = pass(request("GET", "/cases", "text/html,*/*;q=0.8"), null);

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentType()).startsWith("text/html");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getContentAsString()).contains("<h1>One moment</h1>", DatabaseTrouble.IN_WORDS);
    }

    @Test
    void howTheNodeIsMayAlwaysBeAsked() throws Exception {
        lose();

        assertThat(pass(request("GET", "/actuator/health/liveness", null), null).getStatus())
                .isEqualTo(200);
    }

    @Test
    void whoWasInsideWhenItWentIsToldTheSame() throws Exception {
        for (SQLException reason : new SQLException[] {
            new SQLException("secret.host", "08006"),
            new SQLException("terminating connection due to administrator command", "57P01"),
            new SQLException("could not extend file", "53100"),
            new SQLException("Connection is closed"),
            new SQLTransientConnectionException("HikariPool-1 - Connection is not available")
        }) {
            MockHttpServletResponse answer = pass(
                    request("POST", "/api/custody-events", null),
                    new CannotGetJdbcConnectionException("Failed to obtain", reason));

            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getContentAsString())
                    .contains(DatabaseTrouble.IN_WORDS)
                    .doesNotContain("secret.host", "Hikari");
        }
    }

    @Test
    void aMistakeOfOurOwnIsNotTheDatabases() {
        assertThatThrownBy(() -> pass(
                        request("GET", "/cases", null),
                        new DuplicateKeyException("twice", new SQLException("duplicate key", "23505"))))
                .isInstanceOf(DuplicateKeyException.class);
    }

    private void lose() {
        watch.end();
        cut = true;
        watch.look();
    }

    private static MockHttpServletRequest request(String method, String path, String accept) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        if (accept != null) {
            request.addHeader("Accept", accept);
        }
        return request;
    }

    /** @param failure of what is inside; nothing when all goes well */
    private MockHttpServletResponse pass(MockHttpServletRequest request, RuntimeException failure)
            throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        door.doFilter(request, response, (asked, answer) -> {
            if (failure != null) {
                throw failure;
            }
        });
        return response;
    }
}
