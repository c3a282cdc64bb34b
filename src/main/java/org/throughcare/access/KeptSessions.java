package org.throughcare.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.web.servlet.server.Session.Cookie;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.throughcare.sealing.Sealing;

/**
 * Sessions are kept in the database, so that somebody who fills in a form goes on when the node that she worked on is
 * gone. Who reads the database has nobody's session: what a session holds is sealed, and its cookie is the session's id,
 * sealed with a key that the database does not have.
 */
@Configuration(proxyBeanMethods = false)
class KeptSessions {

    private static final String CONTENT = "session content";
    private static final String COOKIE = "session cookie";

    /** Two requests of one session may bring the same attribute at the same time. */
    private static final String ATTRIBUTE_ON_H2 =
            """
            merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
            key (session_primary_id, attribute_name) values (?, ?, ?)""";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributesWrittenTogether(DataSourceProperties database) {
        return DatabaseDriver.fromJdbcUrl(database.determineUrl()) == DatabaseDriver.POSTGRESQL
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : sessions -> sessions.setCreateSessionAttributeQuery(ATTRIBUTE_ON_H2);
    }

    /** What cannot be opened any more is not there: she signs in again. */
    @Bean
    ConversionService springSessionConversionService(Sealing sealing) {
        SerializingConverter writing = new SerializingConverter();
        DeserializingConverter reading = new DeserializingConverter(KeptSessions.class.getClassLoader());
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, content -> sealing.sealForMinutes(
                        CONTENT, Base64.getEncoder().encodeToString(writing.convert(content)))
                .getBytes(StandardCharsets.US_ASCII));
        conversion.addConverter(byte[].class, Object.class, bytes -> sealing.openForMinutes(
                        CONTENT, new String(bytes, StandardCharsets.US_ASCII))
                .map(Base64.getDecoder()::decode)
                .flatMap(content -> read(reading, content))
                .orElse(null));
        return conversion;
    }

    /** Another version of the product may have written it. */
    private static Optional<Object> read(DeserializingConverter reading, byte[] content) {
        try {
            return Optional.of(reading.convert(content));
        } catch (SerializationFailedException e) {
            return Optional.empty();
        }
    }

    @Bean
    CookieSerializer sessionCookie(ServerProperties server, Sealing sealing) {
        Cookie settings = server.getServlet().getSession().getCookie();
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(settings.getName());
        cookie.setUseHttpOnlyCookie(settings.getHttpOnly());
        cookie.setUseSecureCookie(settings.getSecure());
        cookie.setSameSite(settings.getSameSite().attributeValue());
        return new SealedCookie(cookie, sealing);
    }

    private record SealedCookie(CookieSerializer cookie, Sealing sealing) implements CookieSerializer {

        @Override
        public void writeCookieValue(CookieValue value) {
            String id = value.getCookieValue();
            cookie.writeCookieValue(new CookieValue(
                    value.getRequest(), value.getResponse(), id.isEmpty() ? id : sealing.sealForMinutes(COOKIE, id)));
        }

        @Override
        public List<String> readCookieValues(HttpServletRequest request) {
            return cookie.readCookieValues(request).stream()
                    .flatMap(value -> sealing.openForMinutes(COOKIE, value).stream())
                    .toList();
        }
    }
}
