package org.throughcare.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page who is signed in and which token its changing requests carry. */
@RestController
class SessionController {

    private final SessionTokens tokens;
    private final StaffAccess access;

    SessionController(SessionTokens tokens, StaffAccess access) {
        this.tokens = tokens;
        this.access = access;
    }

    /** The user, her groups and sites, and the session's token when there is a session. */
    @GetMapping("/api/session")
    Map<String, Object> session(SignedIn person, HttpServletRequest request) {
        Map<String, Object> answer = new TreeMap<>();
        answer.put("userId", person.userId());
        answer.put("groups", person.groups().stream().sorted().toList());
        answer.put("sites", List.copyOf(access.sitesOf(person)));
        HttpSession session = request.getSession(false);
        if (session != null) {
            answer.put("token", tokens.of(session));
        }
        return answer;
    }
}
