package org.throughcare.casefile;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Inserts whose id the database gives. */
final class Inserts {

    private Inserts() {}

    static long returningId(JdbcClient.StatementSpec insert) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        insert.update(key, "id");
        return key.getKey().longValue();
    }
}
