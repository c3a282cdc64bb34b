package org.throughcare.faults;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses every write as PostgreSQL does when it finds no room, and stops doing so; for builds without a {@link SmallDisk}. */
final class RefusedWrites {

    private final JdbcClient jdbc;
    private final List<String> tables;

    RefusedWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tables = jdbc.sql("select quote_ident(tablename) from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
        jdbc.sql(
                        """
                create or replace function no_room() returns trigger language plpgsql as $$
                begin
                  raise exception 'could not extend file: No space left on device' using errcode = '53100';
                end $$""")
                .update();
    }

    void fill() {
        tables.forEach(table -> jdbc.sql("create trigger no_room before insert or update on " + table
                        + " for each statement execute function no_room()")
                .update());
    }

    void makeRoom() {
        tables.forEach(table -> jdbc.sql("drop trigger no_room on " + table).update());
    }
}
