package org.throughcare.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.util.function.SingletonSupplier;
import org.throughcare.access.SignedIn;

/**
 * The engine's way to its tables. A statement that somebody's request leads to reads no row of a restricted case on
 * whose list she is not, in which interface, list, count or report of the engine, its web applications or their plugins
 * it may stand: for her there is no such process, task, variable, job or incident. What the application does for itself
 * ({@link AsApplication}, delegates, timers) reads everything.
 */
class RowsOfReader extends TransactionAwareDataSourceProxy {

    private final Supplier<Optional<SignedIn>> reader;
    private final Function<SignedIn, Set<String>> hidden;
    private final Supplier<CaseRows> rows;

    /**
     * @param reader the person for whom the engine acts now, within her rights
     * @param hidden the cases that do not exist for her
     */
    RowsOfReader(DataSource database, Supplier<Optional<SignedIn>> reader, Function<SignedIn, Set<String>> hidden) {
        super(database);
        this.reader = reader;
        this.hidden = hidden;
        this.rows = SingletonSupplier.of(() -> CaseRows.of(JdbcClient.create(database)));
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        Map<SignedIn, Set<String>> asked = new HashMap<>(1);
        return (Connection) Proxy.newProxyInstance(
                RowsOfReader.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if ("prepareStatement".equals(method.getName())) {
                        arguments[0] = readable((String) arguments[0], asked);
                    }
                    return call(connection, method, arguments);
                });
    }

    private static Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private String readable(String statement, Map<SignedIn, Set<String>> asked) {
        Set<String> cases = reader.get()
                .map(person -> asked.computeIfAbsent(person, hidden))
                .orElse(Set.of());
        return cases.isEmpty() ? statement : rows.get().without(cases, statement);
    }
}
