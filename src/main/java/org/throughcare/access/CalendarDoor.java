package org.throughcare.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The door for calendar programs: {@code /calendar/<secret>.ics} opens one person's calendar and nothing else. Wrong
 * secrets are slowed down as wrong passwords are. Behind the door the request has the address {@value #CALENDAR}, so
 * that nothing that keeps or counts requests ever sees a secret.
 */
@Component
class CalendarDoor {

    /** The calendar of who asks. */
    static final String CALENDAR = "/api/calendar/mine.ics";

    private static final Pattern ADDRESS = Pattern.compile("/calendar/([^/]+)\\.ics/?");
    private static final Pattern SECRET =
            Pattern.compile("[A-Za-z0-9_-]{" + (CalendarSecrets.SECRET_BITS + 5) / 6 + "}");
    private static final String TRIED_FOR = "a calendar";

    private final ObjectProvider<CalendarSecrets> secrets;
    private final Identities identities;
    private final WrongPasswords wrongSecrets;
    private final Problems problems;

    CalendarDoor(
            ObjectProvider<CalendarSecrets> secrets,
            Identities identities,
            WrongPasswords wrongSecrets,
            Problems problems) {
        this.secrets = secrets;
        this.identities = identities;
        this.wrongSecrets = wrongSecrets;
        this.problems = problems;
    }

    boolean isFor(RequestPath path) {
        return ADDRESS.matcher(path.raw()).matches();
    }

    /** Whose calendar is asked for; when it is nobody's, the request is answered already. */
    Optional<SignedIn> owner(RequestPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (wrongSecrets.refuse(request, response, TRIED_FOR)) {
            return Optional.empty();
        }
        Matcher address = ADDRESS.matcher(path.raw());
        Optional<String> owner = Set.of("GET", "HEAD").contains(request.getMethod()) && address.matches()
                ? Optional.of(address.group(1))
                        .filter(SECRET.asMatchPredicate())
                        .flatMap(secrets.getObject()::ownerOf)
                : Optional.empty();
        if (owner.isEmpty()) {
            wrongSecrets.another(request, TRIED_FOR);
            problems.write(response, HttpStatus.NOT_FOUND, "There is no such calendar.");
        }
        return owner.map(userId -> new SignedIn(userId, identities.groupsOf(userId)));
    }
}
