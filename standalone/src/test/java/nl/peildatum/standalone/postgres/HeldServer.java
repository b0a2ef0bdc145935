package nl.peildatum.standalone.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;

/** Starts a server, records something in it, says so, and waits to be killed. */
public final class HeldServer {

    private HeldServer() {}

    /** The data directory is the argument. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]), line -> {}, () -> {});
        try (Connection connection =
                DriverManager.getConnection(
                        server.jdbcUrl(), server.owner(), server.ownerPassword())) {
            connection.createStatement().execute("CREATE TABLE kept (what text)");
            connection.createStatement().execute("INSERT INTO kept VALUES ('acknowledged')");
            System.out.println("recorded " + server.process().orElseThrow().pid());
            new CountDownLatch(1).await();
        }
    }
}
