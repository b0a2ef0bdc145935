package nl.peildatum.standalone.apart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.peildatum.standalone.apart.ComposeFile.Mount;
import nl.peildatum.standalone.apart.ComposeFile.Service;
import nl.peildatum.standalone.postgres.PostgresPrograms;
import org.springframework.util.FileSystemUtils;

/**
 * The processes of {@code docker-compose.yml} on this machine. Where a container would see a path
 * or a host of its own, the same stands here under a directory of this run, or on loopback; nothing
 * else of what the file says is changed.
 */
final class Composed implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path KEYCLOAK = Path.of("target", "keycloak").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    private final ComposeFile file;
    private final ImageFile image = new ImageFile();
    private final Path directory;
    private final PostgresPrograms postgres;
    private final Map<String, Process> running = new LinkedHashMap<>();

    Composed(ComposeFile file) throws IOException {
        this.file = file;
        directory = Files.createTempDirectory("peildatum-apart");
        postgres = PostgresPrograms.unpackedIn(directory.resolve("postgres-bin"));
    }

    /**
     * Starts everything that starts by itself, each when what it waits for is well, in the order of
     * the file.
     */
    void up() throws IOException, InterruptedException {
        for (String name : file.names()) {
            Service service = file.service(name);
            if (service.says().containsKey("profiles")) {
                continue;
            }
            service.ports().forEach(Composed::requireFree);
            if (name.equals("geheimen")) {
                assertThat(run(name)).as(log(name)).isZero();
                continue;
            }
            for (String before : service.after()) {
                if (!before.equals("geheimen")) {
                    assertThat(running).as(name + " waits for it").containsKey(before);
                    awaitHealth(before);
                }
            }
            start(name);
        }
        for (String name : running.keySet()) {
            awaitHealth(name);
        }
    }

    /** Runs a service to its end, with more arguments; the exit code. */
    int run(String name, String... arguments) throws IOException, InterruptedException {
        Service service = file.service(name);
        List<String> command = new ArrayList<>(asNobody(service.entrypoint()));
        command.addAll(List.of(arguments));
        Process process = process(service, command, directory);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(name).isTrue();
        return process.exitValue();
    }

    /** Runs a service to its end; the lines it printed this time. */
    List<String> printed(String name, String... arguments)
            throws IOException, InterruptedException {
        int before = log(name).length();
        assertThat(run(name, arguments)).isZero();
        return log(name).substring(before).lines().toList();
    }

    /**
     * Starts an application beside the one that runs, with other settings; what it prints to its
     * end.
     */
    List<String> refused(String name, Map<String, String> otherwise)
            throws IOException, InterruptedException {
        Service service = file.service(name);
        ProcessBuilder builder =
                builder(
                        service,
                        image.entrypoint(),
                        unpacked(Objects.requireNonNull(service.application())));
        builder.environment().putAll(otherwise);
        Process process = builder.redirectErrorStream(true).start();
        List<String> printed = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", printed)).isEqualTo(1);
        return printed;
    }

    /** Starts a service; returns before it is well. */
    void start(String name) throws IOException, InterruptedException {
        Service service = file.service(name);
        String application = service.application();
        Process process;
        if (application != null) {
            process = process(service, image.entrypoint(), unpacked(application));
        } else if (service.image().startsWith("postgres:")) {
            process = new PostgresImage(service, this).start();
        } else {
            List<String> command = new ArrayList<>(service.entrypoint());
            command.addAll(service.command());
            process = process(service, command, KEYCLOAK);
        }
        running.put(name, process);
    }

    /** Ends a service as kill -9 does. */
    void kill(String name) throws InterruptedException {
        Process process = Objects.requireNonNull(running.remove(name));
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    /** Waits until a service is well by its own health check. */
    void awaitHealth(String name) throws IOException, InterruptedException {
        Service service = file.service(name);
        List<String> check =
                service.application() == null ? service.healthcheck() : image.healthcheck();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Process process =
                    builder(service, check, directory)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (process.waitFor() == 0) {
                return;
            }
            Process watched = Objects.requireNonNull(running.get(name));
            assertThat(watched.isAlive()).as(name + " ended: " + log(name)).isTrue();
            assertThat(System.nanoTime())
                    .as(name + " stays unwell: " + log(name))
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    /** What a service printed since it was started first. */
    String log(String name) throws IOException {
        Path log = directory.resolve(name + ".log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** A secret as the service that may read it finds it. */
    String secret(String service, String name) throws IOException {
        return Files.readString(volume("geheimen").resolve(service).resolve(name));
    }

    /** Everything that was ever a secret in this run. */
    List<String> secrets() throws IOException {
        try (Stream<Path> files = Files.list(volume("geheimen").resolve("bron"))) {
            List<String> secrets = new ArrayList<>();
            for (Path secret : files.toList()) {
                secrets.add(Files.readString(secret).strip());
            }
            return secrets;
        }
    }

    /** As if the volume with the secrets were gone. */
    void loseSecrets() {
        FileSystemUtils.deleteRecursively(volume("geheimen").toFile());
    }

    ComposeFile file() {
        return file;
    }

    PostgresPrograms postgres() {
        return postgres;
    }

    /** A process of a service, with its files, and its output in a log. */
    Process process(Service service, List<String> command, Path in) throws IOException {
        place(service);
        return builder(service, command, in)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(
                                directory.resolve(service.name() + ".log").toFile()))
                .start();
    }

    private ProcessBuilder builder(Service service, List<String> command, Path in) {
        List<String> words = new ArrayList<>();
        command.forEach(word -> words.add(here(service, word)));
        if (words.getFirst().equals("java")) {
            words.set(0, JAVA.resolve("java").toString()); // the one of an image
        }
        ProcessBuilder builder = new ProcessBuilder(words).directory(in.toFile());
        Map<String, String> environment = builder.environment();
        String path = environment.get("PATH");
        environment.clear();
        environment.put("PATH", JAVA + ":" + path);
        environment.put("JAVA_HOME", String.valueOf(JAVA.getParent()));
        environment.put("HOME", directory.toString());
        service.environment().forEach((name, value) -> environment.put(name, here(service, value)));
        return builder;
    }

    /** A text of a container, with the paths and hosts of this machine in it. */
    String here(Service service, String text) {
        Map<String, Path> paths =
                new TreeMap<>(
                        Comparator.comparing(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()));
        paths.put("/opt/keycloak", KEYCLOAK);
        for (Mount mount : service.mounts()) {
            paths.put(mount.target(), mounted(service, mount));
        }
        String here = text;
        for (Map.Entry<String, Path> path : paths.entrySet()) {
            String whole =
                    "(?<![A-Za-z0-9_./-])" + Pattern.quote(path.getKey()) + "(?![A-Za-z0-9_-])";
            here = here.replaceAll(whole, Matcher.quoteReplacement(path.getValue().toString()));
        }
        return here.replaceAll(
                "(?<=//)(" + String.join("|", file.names()) + ")(?=:\\d)", "127.0.0.1");
    }

    private Path mounted(Service service, Mount mount) {
        if (mount.isVolume()) {
            return volume(mount.source()).resolve(mount.within());
        }
        boolean inKeycloak = mount.target().startsWith("/opt/keycloak/");
        return inKeycloak
                ? KEYCLOAK.resolve(mount.target().substring("/opt/keycloak/".length()))
                : directory.resolve("bestanden").resolve(service.name() + mount.target());
    }

    /** The files of the project that a service sees, with the paths of this machine in them. */
    private void place(Service service) throws IOException {
        for (Mount mount : service.mounts()) {
            Path target = mounted(service, mount);
            if (mount.isVolume()) {
                Files.createDirectories(target);
                continue;
            }
            Path source = ComposeFile.ROOT.resolve(mount.source()).normalize();
            try (Stream<Path> files = Files.walk(source)) {
                for (Path from : files.filter(Files::isRegularFile).toList()) {
                    Path to =
                            from.equals(source) ? target : target.resolve(source.relativize(from));
                    Files.createDirectories(Objects.requireNonNull(to.getParent()));
                    Files.writeString(to, here(service, Files.readString(from)));
                }
            }
        }
    }

    private Path volume(String name) {
        return directory.resolve("volumes").resolve(name);
    }

    /** The directory of a service's mount. */
    Path mounted(Service service, String target) {
        return service.mounts().stream()
                .filter(mount -> mount.target().equals(target))
                .map(mount -> mounted(service, mount))
                .findFirst()
                .orElseThrow();
    }

    private Path unpacked(String application) throws IOException, InterruptedException {
        Path home = directory.resolve("images").resolve(application);
        if (Files.exists(home)) {
            return home;
        }
        Path layers = Files.createDirectories(directory.resolve("lagen").resolve(application));
        Files.copy(jar(application), layers.resolve("application.jar"));
        Process layering =
                new ProcessBuilder("sh", "-c", "PATH=" + JAVA + ":$PATH; " + image.layering())
                        .directory(layers.toFile())
                        .inheritIO()
                        .start();
        assertThat(layering.waitFor()).isZero();
        for (String layer : image.layers()) {
            FileSystemUtils.copyRecursively(layers.resolve(layer), home);
        }
        return home;
    }

    /** The jar that the build of the image would take. */
    static Path jar(String application) throws IOException {
        try (Stream<Path> jars =
                Files.list(ComposeFile.ROOT.resolve(application).resolve("target"))) {
            List<Path> found = jars.filter(jar -> jar.toString().endsWith("-exec.jar")).toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    /** As root a script would give files to users that only a container has. */
    private static List<String> asNobody(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> call = new ArrayList<>(List.of("unshare", "-U"));
        call.addAll(command);
        return call;
    }

    private static void requireFree(String published) {
        int port = Integer.parseInt(published.substring(published.lastIndexOf(':') + 1));
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "port " + port + " of docker-compose.yml is in use on this machine", taken);
        }
    }

    @Override
    public void close() {
        List<Process> all = new ArrayList<>(running.values());
        for (Process process : all.reversed()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        for (Process process : all) {
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        FileSystemUtils.deleteRecursively(directory.toFile());
    }
}
