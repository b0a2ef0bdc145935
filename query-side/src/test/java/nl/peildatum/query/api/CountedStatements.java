package nl.peildatum.query.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that keeps every statement it is asked to execute. */
public final class CountedStatements extends DelegatingDataSource {
    private final List<String> executed = new CopyOnWriteArrayList<>();

    public CountedStatements(DataSource database) {
        super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counted(super.getConnection());
    }

    /** What is executed while something is done, in order. */
    public List<String> during(Runnable something) {
        executed.clear();
        something.run();
        return List.copyOf(executed);
    }

    private Connection counted(Connection connection) {
        return around(
                Connection.class,
                connection,
                (method, arguments, made) ->
                        switch (made) {
                            case PreparedStatement prepared ->
                                    executing(
                                            PreparedStatement.class,
                                            prepared,
                                            String.valueOf(arguments[0]));
                            case Statement plain -> executing(Statement.class, plain, "");
                            case null, default -> made;
                        });
    }

    private <S extends Statement> S executing(Class<S> type, S statement, String sql) {
        return around(
                type,
                statement,
                (method, arguments, made) -> {
                    if (method.getName().startsWith("execute")) {
                        executed.add(sql.isEmpty() ? String.valueOf(arguments[0]) : sql);
                    }
                    return made;
                });
    }

    private interface Told {
        Object of(Method method, Object[] arguments, Object made);
    }

    private static <T> T around(Class<T> type, T inner, Told told) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            try {
                                return told.of(method, arguments, method.invoke(inner, arguments));
                            } catch (InvocationTargetException refused) {
                                throw refused.getCause();
                            }
                        }));
    }
}
