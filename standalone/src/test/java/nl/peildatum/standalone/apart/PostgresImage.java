package nl.peildatum.standalone.apart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.peildatum.standalone.apart.ComposeFile.Service;

/**
 * What the image {@code postgres} does with its environment and its files: makes a cluster where
 * there is none, runs the scripts once while nobody can reach it, and then serves.
 */
final class PostgresImage {

    private static final String DATA = "/var/lib/postgresql";
    private static final String SCRIPTS = "/docker-entrypoint-initdb.d";

    private final Service service;
    private final Composed composed;
    private final Path cluster;
    private final Map<String, String> environment;

    PostgresImage(Service service, Composed composed) {
        this.service = service;
        this.composed = composed;
        environment = new HashMap<>(service.environment());
        // as the image has it from version 18 on
        cluster = composed.mounted(service, DATA).resolve("18/docker");
    }

    Process start() throws IOException, InterruptedException {
        String passwordFile = composed.here(service, read("POSTGRES_PASSWORD_FILE"));
        String options = read("POSTGRES_INITDB_ARGS");
        assertThat(environment).as("settings that the image does not read").isEmpty();
        if (!Files.exists(cluster)) {
            make(passwordFile, options);
        }
        List<String> arguments = new ArrayList<>(service.command());
        String program = arguments.removeFirst();
        arguments.addAll(List.of("-D", cluster.toString(), "-k", ""));
        return composed.process(service, composed.postgres().call(program, arguments), cluster);
    }

    private void make(String passwordFile, String options)
            throws IOException, InterruptedException {
        Files.createDirectories(cluster);
        List<String> initdb =
                new ArrayList<>(
                        List.of(
                                "-D",
                                cluster.toString(),
                                "-U",
                                "postgres",
                                "--pwfile=" + passwordFile));
        initdb.addAll(List.of(options.split(" ", -1)));
        done(composed.postgres().call("initdb", initdb));
        Files.writeString(
                cluster.resolve("pg_hba.conf"),
                "host all all all scram-sha-256\n",
                StandardOpenOption.APPEND);
        Path sockets = Files.createTempDirectory("peildatum-pg");
        String server = "-c listen_addresses='' -k " + sockets;
        done(
                composed.postgres()
                        .call(
                                "pg_ctl",
                                List.of("-D", cluster.toString(), "-w", "-o", server, "start")));
        try (Stream<Path> scripts = Files.list(composed.mounted(service, SCRIPTS))) {
            for (Path script : scripts.sorted().toList()) {
                done(
                        List.of(
                                "env",
                                "PGPASSWORD=" + Files.readString(Path.of(passwordFile)),
                                "psql",
                                "--no-psqlrc",
                                "--set=ON_ERROR_STOP=1",
                                "--username=postgres",
                                "--dbname=postgres",
                                "--host=" + sockets,
                                "--file=" + script));
            }
        } finally {
            done(
                    composed.postgres()
                            .call(
                                    "pg_ctl",
                                    List.of("-D", cluster.toString(), "-m", "fast", "-w", "stop")));
        }
    }

    private String read(String variable) {
        String value = environment.remove(variable);
        assertThat(value).as(variable).isNotNull();
        return value;
    }

    private void done(List<String> command) throws IOException, InterruptedException {
        Process process = composed.process(service, command, cluster);
        assertThat(process.waitFor()).as(command + composed.log(service.name())).isZero();
    }
}
