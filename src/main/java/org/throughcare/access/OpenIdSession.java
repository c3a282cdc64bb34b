package org.throughcare.access;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** What a session keeps of a sign-in at the provider, so that it can be asked again, by any node. */
final class OpenIdSession implements Serializable {

    private static final long serialVersionUID = 1;
    private static final String ATTRIBUTE = OpenIdSession.class.getName();

    private final ClientRegistration registration;
    private final String userId;
    private OAuth2AccessToken accessToken;
    private OAuth2RefreshToken refreshToken;
    private Instant vouchedAt;

    private OpenIdSession(ClientRegistration registration, String userId) {
        this.registration = registration;
        this.userId = userId;
    }

    static OpenIdSession begin(ClientRegistration registration, String userId) {
        return new OpenIdSession(registration, userId);
    }

    static Optional<OpenIdSession> of(HttpSession session) {
        return Optional.ofNullable((OpenIdSession) session.getAttribute(ATTRIBUTE));
    }

    /** Writes it down for the session's next request. */
    void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    void keep(OAuth2AccessToken newAccessToken, OAuth2RefreshToken newRefreshToken) {
        accessToken = newAccessToken;
        refreshToken = newRefreshToken == null ? refreshToken : newRefreshToken;
    }

    void vouchedAt(Instant moment) {
        vouchedAt = moment;
    }

    ClientRegistration registration() {
        return registration;
    }

    String userId() {
        return userId;
    }

    OAuth2AccessToken accessToken() {
        return accessToken;
    }

    Optional<OAuth2RefreshToken> refreshToken() {
        return Optional.ofNullable(refreshToken);
    }

    Instant vouchedAt() {
        return vouchedAt;
    }
}
