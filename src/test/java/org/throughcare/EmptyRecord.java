package org.throughcare;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** A database with the record's tables and nothing in them, for tests that need no engine. */
public final class EmptyRecord {

    private EmptyRecord() {}

    /** A database of its own, in memory. */
    public static DataSource make() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        Flyway.configure().dataSource(database).outOfOrder(true).load().migrate();
        return database;
    }
}
