package org.throughcare.access;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** What a session keeps of a sign-in at the provider, so that it can be asked again. */
final class OpenIdSession {

    private static final String ATTRIBUTE = OpenIdSession.class.getName();

    private final ClientRegistration registration;
    private final String userId;
    private OAuth2AccessToken accessToken;
    private OAuth2RefreshToken refreshToken;
    private long vouchedAt;

    private OpenIdSession(ClientRegistration registration, String userId) {
        this.registration = registration;
        this.userId = userId;
    }

    static OpenIdSession begin(HttpSession session, ClientRegistration registration, String userId) {
        OpenIdSession begun = new OpenIdSession(registration, userId);
        session.setAttribute(ATTRIBUTE, begun);
        return begun;
    }

    static Optional<OpenIdSession> of(HttpSession session) {
        return Optional.ofNullable((OpenIdSession) session.getAttribute(ATTRIBUTE));
    }

    void keep(OAuth2AccessToken newAccessToken, OAuth2RefreshToken newRefreshToken) {
        accessToken = newAccessToken;
        refreshToken = newRefreshToken == null ? refreshToken : newRefreshToken;
    }

    void vouchedAt(long nanos) {
        vouchedAt = nanos;
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

    long vouchedAt() {
        return vouchedAt;
    }
}
