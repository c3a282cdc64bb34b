package org.throughcare.casefile;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.ProcessTest;
import org.throughcare.sites.Site;
import org.throughcare.sites.Sites;
import org.throughcare.start.CannotStartException;

/** A site that has cases cannot be taken out of the settings. */
class SitesInUseTest extends ProcessTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Sites sites;

    @Test
    void withoutASiteThatHasACaseItDoesNotStart() {
        aWoman().admitted();

        assertThatCode(() -> startWith(sites.sites())).doesNotThrowAnyException();
        assertThatThrownBy(() -> startWith(without("north")))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("Cases are kept at north, which throughcare.sites does not name.");
    }

    private List<Site> without(String id) {
        return sites.sites().stream().filter(site -> !site.id().equals(id)).toList();
    }

    private void startWith(List<Site> named) {
        new SitesInUse(jdbc, new Sites(named)).afterPropertiesSet();
    }
}
