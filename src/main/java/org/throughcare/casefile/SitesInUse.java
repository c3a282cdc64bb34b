package org.throughcare.casefile;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughcare.sites.Sites;
import org.throughcare.start.CannotStartException;

/** Refuses to start without a site that has cases: their days would have no zone, and their work no groups. */
@Component
class SitesInUse implements InitializingBean {

    private final JdbcClient jdbc;
    private final Sites sites;

    SitesInUse(JdbcClient jdbc, Sites sites) {
        this.jdbc = jdbc;
        this.sites = sites;
    }

    /** @throws CannotStartException when a case, open or closed, is kept at a site that the settings do not name */
    @Override
    public void afterPropertiesSet() {
        List<String> missing = jdbc.sql("select distinct site from case_file where site not in (:known) order by site")
                .param("known", sites.ids())
                .query(String.class)
                .list();
        if (!missing.isEmpty()) {
            throw new CannotStartException(
                    "Cases are kept at %s, which throughcare.sites does not name."
                            .formatted(String.join(", ", missing)),
                    "Put it back into throughcare.sites, as it was. A site can be taken away once no case, open or closed,"
                            + " is kept there: transfer the open ones; closed ones go at the end of their time.");
        }
    }
}
