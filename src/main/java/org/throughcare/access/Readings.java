package org.throughcare.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What {@link CaseAccess} opened to the reader during this web request. The answer to the request is written only after
 * these readings are in the access log, so no page can forget to say that it was read.
 */
final class Readings {

    private static final String ATTRIBUTE = Readings.class.getName();

    private Readings() {}

    /** Remembers the views that open something. Outside of a web request nobody reads. */
    static void remember(Map<String, CaseView> views) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return;
        }
        Map<String, CaseView> opened = new LinkedHashMap<>(ofThisRequest());
        views.forEach((caseNumber, view) -> {
            if (view.opens()) {
                opened.put(caseNumber, view);
            }
        });
        request.setAttribute(ATTRIBUTE, opened, RequestAttributes.SCOPE_REQUEST);
    }

    @SuppressWarnings("unchecked")
    static Map<String, CaseView> ofThisRequest() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        Object opened = request == null ? null : request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return opened == null ? Map.of() : (Map<String, CaseView>) opened;
    }
}
