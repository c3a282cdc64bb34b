package org.throughcare.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** Nobody takes everything at once out of the engine: a list that names no page has the first {@value #LONGEST} rows,
 * which is the page that Tasklist asks for when it loads its filters. */
final class PageLimit extends HttpServletRequestWrapper {

    static final int LONGEST = 2000;

    private static final String NAME = "maxResults";

    private PageLimit(HttpServletRequest request) {
        super(request);
    }

    static HttpServletRequest of(HttpServletRequest request) {
        return request.getParameter(NAME) == null ? new PageLimit(request) : request;
    }

    /** Whether the page that the request asks for, if it asks, is not too long. */
    static boolean isKept(HttpServletRequest request) {
        String[] asked = request.getParameterMap().getOrDefault(NAME, new String[0]);
        return asked.length == 0
                || asked.length == 1 && asked[0].matches("\\d{1,4}") && Integer.parseInt(asked[0]) <= LONGEST;
    }

    @Override
    public String getQueryString() {
        String query = super.getQueryString();
        String limit = NAME + "=" + LONGEST;
        return query == null || query.isEmpty() ? limit : query + "&" + limit;
    }
}
