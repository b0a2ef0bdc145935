package nl.peildatum.eventstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Temporary directories for what waits for a disk, in memory where the machine has room for them
 * there.
 */
public final class TestDirectories implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 4L << 30;

    /** A fresh one, which its user deletes. */
    public static Path create(String prefix) throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM
                ? Files.createTempDirectory(MEMORY, prefix)
                : Files.createTempDirectory(prefix);
    }

    @Override
    public Path createTempDirectory(
            AnnotatedElementContext element, ExtensionContext extensionContext) throws IOException {
        return create("junit");
    }
}
