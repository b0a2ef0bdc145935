package nl.peildatum.command.sealing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import nl.peildatum.api.secrets.PrivateFile;
import org.jspecify.annotations.Nullable;

/**
 * The file of the key that signs, and beside it, while a rotation is under way, that of the key
 * that comes after it. Only its owner can read either.
 */
final class KeyFile {

    private final Path directory;
    private final Path current;
    private final Path next;

    KeyFile(Path directory) {
        this.directory = directory;
        current = directory.resolve("sleutel.pem");
        next = directory.resolve("sleutel-volgende.pem");
    }

    Path path() {
        return current;
    }

    /** The key that signs, or null where there is none yet. */
    @Nullable SigningKey current() throws IOException {
        return read(current);
    }

    /** The key that a rotation which did not end was to bring, or null. */
    @Nullable SigningKey next() throws IOException {
        return read(next);
    }

    /** Keeps the first key. */
    void begin(SigningKey key) throws IOException {
        PrivateFile.directory(directory);
        write(current, key);
    }

    /** Keeps a key beside the one that signs. */
    void prepare(SigningKey key) throws IOException {
        write(next, key);
    }

    /** Puts the prepared key in the place of the one that signs, which is gone then. */
    void rotate() throws IOException {
        Files.move(
                next, current, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Forgets a prepared key that was never introduced. */
    void giveUp() throws IOException {
        Files.deleteIfExists(next);
    }

    private static void write(Path file, SigningKey key) throws IOException {
        PrivateFile.write(file, key.pem().getBytes(StandardCharsets.US_ASCII));
    }

    private static @Nullable SigningKey read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        PrivateFile.close(file);
        try {
            return SigningKey.ofPem(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException unreadable) {
            throw new IOException(file.toString(), unreadable);
        }
    }
}
