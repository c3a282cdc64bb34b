package org.throughcare.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page who is signed in and which token its changing requests carry. */
@RestController
class SessionController {

    private final SessionTokens tokens;
    private final StaffAccess access;
    private final IdleSessions idle;

    SessionController(SessionTokens tokens, StaffAccess access, IdleSessions idle) {
        this.tokens = tokens;
        this.access = access;
        this.idle = idle;
    }

    /** Somebody types or points at a page, and has nothing to send yet: she is not idle. */
    @PostMapping("/api/session/acting")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acting(SignedIn person) {}

    /**
     * The user, her groups and sites, the seconds without her after which a session is over, and the session's token when
     * there is a session.
     */
    @GetMapping("/api/session")
    Map<String, Object> session(SignedIn person, HttpServletRequest request) {
        Map<String, Object> answer = new TreeMap<>();
        answer.put("userId", person.userId());
        answer.put("groups", person.groups().stream().sorted().toList());
        answer.put("sites", List.copyOf(access.sitesOf(person)));
        answer.put("idleSeconds", idle.longest().toSeconds());
        HttpSession session = request.getSession(false);
        if (session != null) {
            answer.put("token", tokens.of(session));
        }
        return answer;
    }
}
