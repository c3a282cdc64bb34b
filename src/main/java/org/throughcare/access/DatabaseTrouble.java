package org.throughcare.access;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Failures that are nobody's mistake: the database is away, stops, or has no room. What was asked may be asked again. */
public final class DatabaseTrouble {

    static final String IN_WORDS =
            "The database cannot be reached at this moment. Leave this page open. In a minute, look"
                    + " whether your last step was kept, and try again.";

    /**
     * The beginnings of SQL states: connections, resources (a full disk is one), an operator's intervention; then H2's
     * own: a file that cannot be written, a database or connection that was closed.
     */
    private static final List<String> STATES = List.of("08", "53", "57", "90028", "90031", "90067", "90098", "90121");

    private static final String NOTE = DatabaseTrouble.class.getName();

    private DatabaseTrouble() {}

    /** Remembers with the request of this thread that it failed so, for whoever words its answer. */
    public static void note() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(NOTE, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    static boolean isNotedWith(HttpServletRequest request) {
        return request.getAttribute(NOTE) != null;
    }

    /** Whether it failed for such a reason. */
    public static boolean in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(30)
                .anyMatch(cause -> cause instanceof SQLException database && isOne(database));
    }

    /** Whatever a database answers has a state. What has none was not answered: the pool had closed the connection. */
    private static boolean isOne(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                || failure instanceof SQLTransientConnectionException
                || STATES.stream().anyMatch(state::startsWith);
    }
}
