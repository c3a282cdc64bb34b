package org.throughcare.access;

import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Writes into the access log what an answer was made of, before the answer leaves. */
@ControllerAdvice
class AccessLogAdvice implements ResponseBodyAdvice<Object> {

    private final AccessLog log;

    AccessLogAdvice(AccessLog log) {
        this.log = log;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object beforeBodyWrite(
            Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        Map<String, CaseView> readings = Readings.ofThisRequest();
        if (!readings.isEmpty()
                && !(body instanceof ProblemDetail)
                && request.getPrincipal() instanceof SignedIn reader) {
            log.note(reader, place(request, readings.size()), readings);
        }
        return body;
    }

    private static ReadAt place(ServerHttpRequest request, int cases) {
        Object pattern = request instanceof ServletServerHttpRequest servlet
                ? servlet.getServletRequest().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                : null;
        String path = String.valueOf(pattern);
        if (path.endsWith("/cards")) {
            return ReadAt.CARD;
        }
        if (path.startsWith("/api/calendar")) {
            return ReadAt.CALENDAR;
        }
        if (path.contains("subject-access") || path.endsWith(".pdf")) {
            return ReadAt.EXPORT;
        }
        return cases > 1 || !path.contains("{") ? ReadAt.SEARCH : ReadAt.PAGE;
    }
}
