package nl.peildatum.standalone.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import nl.peildatum.standalone.telling.CannotStart;
import nl.peildatum.standalone.telling.Say;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** The programs of PostgreSQL for this machine, unpacked where they survive a restart. */
final class Binaries {

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    /** Unpacks what is on the class path for this machine, unless that was done before. */
    static Binaries unpackedIn(Path directory, Consumer<String> tell) throws IOException {
        byte[] archive;
        try (InputStream packed = archive()) {
            archive = packed.readAllBytes();
        }
        // named after its content: another release of PostgreSQL gets a directory of its own, and
        // an
        // orphan keeps the one it runs from
        Path home = directory.resolve(sha256(archive).substring(0, 16));
        if (!Files.isDirectory(home)) {
            tell.accept(Say.POSTGRES_UNPACKING.text());
            Path draft = directory.resolve("uitpakken");
            delete(draft);
            unpack(archive, draft);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        }
        if (runsAsRoot() && !LinuxUtils.isUnshareAvailable()) {
            throw new CannotStart(Say.POSTGRES_AS_ROOT);
        }
        return new Binaries(home);
    }

    /** A call of one of the programs. */
    List<String> call(String program, List<String> arguments) {
        List<String> call = new ArrayList<>();
        if (runsAsRoot()) {
            // PostgreSQL refuses root; in a user namespace of its own root looks like nobody, while
            // its files stay those of root
            call.add("unshare");
            call.add("-U");
        }
        call.add(home.resolve("bin").resolve(windows() ? program + ".exe" : program).toString());
        call.addAll(arguments);
        return call;
    }

    private static boolean runsAsRoot() {
        return !windows() && "root".equals(System.getProperty("user.name"));
    }

    private static boolean windows() {
        return system().equals("Windows");
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "Windows";
        }
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static InputStream archive() throws IOException {
        String machine = System.getProperty("os.arch", "");
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                    system(), machine.equals("amd64") ? "x86_64" : machine);
        } catch (IllegalStateException missing) {
            throw CannotStart.because(
                    missing, Say.POSTGRES_NO_BINARIES, System.getProperty("os.name"), machine);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        Files.createDirectories(target);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            @Nullable TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(parent(file));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(file, target.resolve(entry.getLinkName()).normalize());
                } else {
                    Files.copy(tar, file);
                    if (parent(file).endsWith("bin") && !file.toFile().setExecutable(true)) {
                        throw new IOException("cannot make executable: " + file);
                    }
                }
            }
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(
                directory,
                new SimpleFileVisitor<Path>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failure) throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
