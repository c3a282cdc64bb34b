package org.throughcare.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A small OpenID Connect provider: discovery, keys, codes, signed tokens, refreshing and user information. Its people and
 * their groups change while it runs, as in an estate's own directory. Whoever comes to its door signs in as {@link
 * #atTheDoor}.
 */
final class OpenIdProvider implements AutoCloseable {

    static final String CLIENT = "throughcare";
    static final String SECRET = "the client's secret";

    private final HttpServer server;
    private final RSAKey key;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, List<String>> people = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private final Map<String, String> accessTokens = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();

    volatile String atTheDoor = "";
    volatile String signedFor = CLIENT;
    volatile boolean ill;

    OpenIdProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        on("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        on("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
        on("/authorize", this::authorize);
        on("/token", this::token);
        on("/userinfo", this::userInformation);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** She has these groups at the provider from now on. */
    void knows(String userId, String... groups) {
        people.put(userId, List.of(groups));
    }

    /** She left. */
    void forgets(String userId) {
        people.remove(userId);
        accessTokens.values().removeIf(userId::equals);
        refreshTokens.values().removeIf(userId::equals);
    }

    /** All access tokens are over; refresh tokens go on. */
    void letTokensExpire() {
        accessTokens.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "userinfo_endpoint",
                issuer() + "/userinfo",
                "jwks_uri",
                issuer() + "/keys",
                "subject_types_supported",
                List.of("public"),
                "response_types_supported",
                List.of("code"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> request = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put(code, request);
        String back = UriComponentsBuilder.fromUriString(request.get("redirect_uri"))
                .queryParam("code", code)
                .queryParam("state", "{state}")
                .build(request.get("state"))
                .toString();
        exchange.getResponseHeaders().add("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> request =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, Object> tokens = new HashMap<>(Map.of("token_type", "Bearer", "expires_in", 300));
        String person;
        if ("refresh_token".equals(request.get("grant_type"))) {
            person = refreshTokens.get(request.get("refresh_token"));
        } else {
            Map<String, String> authorization = asked.remove(request.get("code"));
            boolean proven = authorization != null
                    && authorization.containsKey("code_challenge")
                    && request.containsKey("code_verifier");
            person = proven ? atTheDoor : null;
            if (person != null) {
                tokens.put("id_token", idToken(person, authorization.get("nonce")));
            }
        }
        if (person == null || !people.containsKey(person)) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        tokens.put("access_token", issued(accessTokens, person));
        tokens.put("refresh_token", issued(refreshTokens, person));
        answer(exchange, 200, tokens);
    }

    private void userInformation(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        String person = accessTokens.get(token);
        if (ill) {
            answer(exchange, 503, Map.of("error", "temporarily_unavailable"));
        } else if (person == null) {
            answer(exchange, 401, Map.of("error", "invalid_token"));
        } else {
            answer(exchange, 200, claims(person));
        }
    }

    private Map<String, Object> claims(String person) {
        return Map.of(
                "sub",
                "id-of-" + person,
                "preferred_username",
                person,
                "given_name",
                "Given",
                "family_name",
                "Family",
                "email",
                person + "@estate.example",
                "realm_access",
                Map.of("roles", people.getOrDefault(person, List.of())));
    }

    private String idToken(String person, String nonce) {
        Date now = new Date();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(signedFor)
                .issueTime(now)
                .expirationTime(new Date(now.getTime() + 60_000))
                .claim("nonce", nonce);
        claims(person).forEach(claims::claim);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String issued(Map<String, String> tokens, String person) {
        String token = UUID.randomUUID().toString();
        tokens.put(token, person);
        return token;
    }

    private static Map<String, String> parameters(String query) {
        MultiValueMap<String, String> raw =
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        Map<String, String> parameters = new HashMap<>();
        raw.toSingleValueMap()
                .forEach((name, value) ->
                        parameters.put(name, java.net.URLDecoder.decode(value, StandardCharsets.UTF_8)));
        return parameters;
    }

    private void answer(HttpExchange exchange, int status, Object content) throws IOException {
        byte[] body = mapper.writeValueAsBytes(content);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void on(String path, com.sun.net.httpserver.HttpHandler handler) {
        server.createContext(path, handler);
    }
}
