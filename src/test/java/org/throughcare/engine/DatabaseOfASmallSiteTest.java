package org.throughcare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughcare.ProcessTest;

/** How H2 is opened, wherever its data is kept. */
class DatabaseOfASmallSiteTest extends ProcessTest {

    @Autowired
    private JdbcClient jdbc;

    /** It could lose what was entered last: after some minutes of work, stopped as it should be. */
    @Test
    void h2DoesNotMakeItsFileSmallerAsItIsClosed() {
        assertThat(jdbc.sql(
                                "select setting_value from information_schema.settings where setting_name = 'MAX_COMPACT_TIME'")
                        .query(String.class)
                        .single())
                .isEqualTo("0");
    }
}
