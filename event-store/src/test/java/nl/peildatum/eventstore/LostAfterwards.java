package nl.peildatum.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections whose server process is killed after a query's commit and before its answer. */
final class LostAfterwards extends DelegatingDataSource {

    LostAfterwards(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            Object result = invoke(connection, method, arguments);
                            return result instanceof PreparedStatement statement
                                    ? losing(connection, statement)
                                    : result;
                        });
    }

    private Object losing(Connection connection, PreparedStatement statement) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (_, method, arguments) -> {
                    @Nullable Object result = invoke(statement, method, arguments);
                    if (method.getName().equals("executeQuery")) {
                        try (Statement killer = connection.createStatement()) {
                            killer.execute("SELECT pg_terminate_backend(pg_backend_pid())");
                        }
                    }
                    return result;
                });
    }

    static @Nullable Object invoke(
            Object target, java.lang.reflect.Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
