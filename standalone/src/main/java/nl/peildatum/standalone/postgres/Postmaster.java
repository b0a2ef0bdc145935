package nl.peildatum.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The process named in the {@code postmaster.pid} of a data directory, and whether it really is the
 * PostgreSQL of that directory: after a crash the number may have gone to any other program.
 */
record Postmaster(Path cluster, long pid) {

    static final String FILE = "postmaster.pid";

    /** What the file names, running or not. */
    static Optional<Postmaster> namedIn(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve(FILE));
            return lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")
                    ? Optional.empty()
                    : Optional.of(
                            new Postmaster(cluster, Long.parseLong(lines.getFirst().strip())));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** Whether PostgreSQL runs on this directory under this number. */
    boolean runs() {
        Path process = Path.of("/proc", Long.toString(pid));
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                // PostgreSQL works in its data directory; a process that has ended, and waits for
                // its parent to notice, has no directory any more
                return Files.isSameFile(process.resolve("cwd"), cluster);
            } catch (IOException gone) {
                return false;
            }
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::isPostgres)
                .isPresent();
    }

    /** Whether some other program has this number now. */
    boolean isAnotherProgram() {
        return !runs() && ProcessHandle.of(pid).isPresent();
    }

    private boolean isPostgres(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.command().map(Path::of).map(Path::getFileName).stream()
                        .anyMatch(name -> name.toString().matches("postgres(\\.exe)?"))
                && info.commandLine().map(line -> line.contains(cluster.toString())).orElse(true);
    }
}
