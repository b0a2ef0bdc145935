package nl.peildatum.eventstore;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The login that owns the schemas of a database: it migrates them and does nothing else. An
 * application works as another login, with no more rights than it needs.
 */
public final class DatabaseOwner {

    private final DriverManagerDataSource dataSource;

    /**
     * @param user the owner's login; where there is none the application's own login is the owner
     */
    public DatabaseOwner(
            JdbcConnectionDetails database,
            @Value("${spring.flyway.user:#{null}}") @Nullable String user,
            @Value("${spring.flyway.password:#{null}}") @Nullable String password) {
        dataSource = new DriverManagerDataSource(database.getJdbcUrl());
        dataSource.setUsername(user == null ? database.getUsername() : user);
        dataSource.setPassword(user == null ? database.getPassword() : password);
    }

    /** Connects anew each time. */
    public DataSource dataSource() {
        return dataSource;
    }
}
