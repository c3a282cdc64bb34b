package org.throughcare.sealing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All sealed values of all tables. A value that changes while it is sealed again stays as it was changed. */
@Component
class SealedValues implements RenewedByKey {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Sealing sealing;

    SealedValues(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    private record Old(String caseNumber, String value) {}

    @Override
    public int renewSome() {
        int renewed = 0;
        for (SealedTable table : sealing.tables()) {
            for (String column : table.columns()) {
                renewed += renewAll(table, column);
            }
        }
        return renewed;
    }

    /** Goes through the cases in the order of their numbers, so that no row is looked at twice. */
    private int renewAll(SealedTable table, String column) {
        int renewed = renewWithoutCase(table, column);
        String from = "";
        for (List<Old> old = old(table, column, from); !old.isEmpty(); old = old(table, column, from)) {
            old.forEach(value -> renew(table, column, value));
            renewed += old.size();
            from = old.get(old.size() - 1).caseNumber();
        }
        return renewed;
    }

    private List<Old> old(SealedTable table, String column, String from) {
        return jdbc.sql("select case_number, %2$s from %1$s where case_number >= :from and %2$s not like :current"
                                .formatted(table.table(), column)
                        + " order by case_number limit " + AT_ONCE)
                .param("from", from)
                .param("current", sealing.currentPrefix() + "%")
                .query((row, number) -> new Old(row.getString(1), row.getString(2)))
                .list();
    }

    private int renewWithoutCase(SealedTable table, String column) {
        List<Old> old = jdbc.sql("select %2$s from %1$s where case_number is null and %2$s not like :current"
                        .formatted(table.table(), column))
                .param("current", sealing.currentPrefix() + "%")
                .query((row, number) -> new Old(null, row.getString(1)))
                .list();
        old.forEach(value -> renew(table, column, value));
        return old.size();
    }

    private void renew(SealedTable table, String column, Old old) {
        String whose = old.caseNumber() == null ? "case_number is null" : "case_number = :caseNumber";
        jdbc.sql("update %1$s set %2$s = :new where %3$s and %2$s = :old".formatted(table.table(), column, whose))
                .param("new", table.seal(column, old.caseNumber(), table.open(column, old.caseNumber(), old.value())))
                .param("caseNumber", old.caseNumber())
                .param("old", old.value())
                .update();
    }
}
