package org.throughcare.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Signs staff in as the provider describes them. A person becomes a user of the engine with the groups that she has at
 * the provider, so that all rights, lists of people and assignments work as for any user; her password stays with the
 * provider. While she works, the provider is asked again every few seconds (its user information, with her token): who
 * was removed there is out, and a role that was taken away is gone.
 */
class OpenIdSignIn implements SignInProvider {

    static final String START = "/oauth2/authorization";
    static final String CALLBACK = "/login/oauth2/code";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdSignIn.class);
    private static final String HOME = "/camunda/app/tasklist/default/";
    private static final ParameterizedTypeReference<Map<String, Object>> CLAIMS = new ParameterizedTypeReference<>() {};

    private final OpenIdSettings settings;
    private final SortedSet<String> registrations;
    private final Identities identities;
    private final Problems problems;
    private final RestClient http;
    private final InstantSource machine = Clock.systemUTC();
    /** Requests of one session that come together ask the provider once, and use a token that may be used once, once. */
    private final Cache<String, OpenIdSession> atWork =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(5)).build();

    private final RestClientRefreshTokenTokenResponseClient refreshing =
            new RestClientRefreshTokenTokenResponseClient();

    OpenIdSignIn(
            OpenIdSettings settings,
            SortedSet<String> registrations,
            Identities identities,
            Problems problems,
            RestClient http) {
        this.settings = settings;
        this.registrations = registrations;
        this.identities = identities;
        this.problems = problems;
        this.http = http;
    }

    @Override
    public String start() {
        return START + "/" + registrations.first();
    }

    @Override
    public boolean owns(RequestPath path) {
        return registrations.stream()
                .anyMatch(known ->
                        path.raw().equals(START + "/" + known) || path.raw().equals(CALLBACK + "/" + known));
    }

    @Override
    public boolean leavesPasswordTo(String userId) {
        return settings.localUsers().contains(userId);
    }

    /** The provider said who she is: her session begins, if she has a role here. */
    void signedIn(
            HttpServletRequest request,
            HttpServletResponse response,
            OAuth2AuthorizedClient client,
            Authentication authentication)
            throws IOException {
        Optional<OpenIdPerson> person = authentication.getPrincipal() instanceof OidcUser user
                ? OpenIdPerson.of(user.getClaims(), settings)
                : Optional.empty();
        Set<String> groups = person.map(this::bringUpToDate).orElse(Set.of());
        HttpSession session = request.getSession();
        if (groups.isEmpty()) {
            session.invalidate();
            problems.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "You signed in, but you have no role in Throughcare. Ask whoever gives roles at your site.");
            return;
        }
        OpenIdSession begun =
                OpenIdSession.begin(client.getClientRegistration(), person.get().userId());
        begun.keep(client.getAccessToken(), client.getRefreshToken());
        begun.vouchedAt(machine.instant());
        begun.keepIn(session);
        identities.signIn(session, person.get().userId());
        response.sendRedirect(request.getContextPath() + HOME);
    }

    /** The provider refused, or its answer does not fit. */
    void refused(HttpServletResponse response, Exception why) throws IOException {
        LOG.warn("Somebody could not sign in through the provider: {}", why.getMessage());
        problems.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "Signing in did not work. Open the Tasklist and try again; tell the administrator when it happens again.");
    }

    /** The provider did not say where its pages and keys are. */
    void unreachable(HttpServletResponse response, Exception why) throws IOException {
        LOG.error("The sign-in provider cannot be reached: {}", why.getMessage());
        problems.write(
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "Your estate's sign-in does not answer. Wait a moment and try again.");
    }

    @Override
    public boolean vouchesFor(HttpSession session) {
        OpenIdSession begun =
                atWork.get(session.getId(), id -> OpenIdSession.of(session).orElse(null));
        if (begun == null) {
            return identities.userOf(session).filter(this::leavesPasswordTo).isPresent();
        }
        synchronized (begun) {
            if (isWithin(settings.askEvery(), begun)) {
                return true;
            }
            boolean vouches = asksAgain(begun);
            begun.keepIn(session);
            return vouches;
        }
    }

    private boolean isWithin(Duration time, OpenIdSession session) {
        return machine.instant().isBefore(session.vouchedAt().plus(time));
    }

    private boolean asksAgain(OpenIdSession session) {
        try {
            Optional<OpenIdPerson> person = OpenIdPerson.of(claims(session), settings)
                    .filter(found -> found.userId().equals(session.userId()));
            if (person.isEmpty()) {
                return false;
            }
            session.vouchedAt(machine.instant());
            return !bringUpToDate(person.get()).isEmpty();
        } catch (HttpClientErrorException | OAuth2AuthorizationException refused) {
            return false;
        } catch (RestClientException unreachable) {
            LOG.warn("The sign-in provider cannot be asked: {}", unreachable.getMessage());
            return isWithin(settings.patience(), session);
        }
    }

    private Map<String, Object> claims(OpenIdSession session) {
        try {
            return userInformation(session);
        } catch (HttpClientErrorException.Unauthorized expired) {
            if (session.refreshToken().isEmpty()) {
                throw expired;
            }
            OAuth2AccessTokenResponse renewed = refreshing.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    session.registration(),
                    session.accessToken(),
                    session.refreshToken().get()));
            session.keep(renewed.getAccessToken(), renewed.getRefreshToken());
            return userInformation(session);
        }
    }

    private Map<String, Object> userInformation(OpenIdSession session) {
        return http.get()
                .uri(session.registration()
                        .getProviderDetails()
                        .getUserInfoEndpoint()
                        .getUri())
                .headers(headers -> headers.setBearerAuth(session.accessToken().getTokenValue()))
                .retrieve()
                .body(CLAIMS);
    }

    /** Her groups here, after making them, and her address, those of the provider. */
    private Set<String> bringUpToDate(OpenIdPerson person) {
        identities.ensureUser(person.userId(), person.firstName(), person.lastName());
        person.address()
                .filter(address -> !identities.addressOf(person.userId()).equals(Optional.of(address)))
                .ifPresent(address -> identities.setAddress(person.userId(), address));
        return identities.setGroups(person.userId(), person.groups());
    }
}
