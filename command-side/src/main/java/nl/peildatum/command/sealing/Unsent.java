package nl.peildatum.command.sealing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.peildatum.api.secrets.PrivateFile;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the checkpoints' file that were not handed on yet. How far that got stands in a file
 * of its own; where that is unreadable, or the lines were cut off, everything is unsent.
 */
final class Unsent {

    private final Path lines;
    private final Path sent;

    Unsent(Path directory) {
        lines = new Handed(directory).path();
        sent = directory.resolve("controlepunten.verzonden");
    }

    /** Hands a line on; an exception says that it was not taken. */
    @FunctionalInterface
    interface Sending {
        void send(String line) throws IOException, InterruptedException;
    }

    /**
     * Hands on each whole line in turn, and remembers each as sent. Where another process does so
     * already, nothing.
     */
    void each(Sending sending) throws IOException, InterruptedException {
        if (!Files.exists(lines)) {
            return;
        }
        try (RandomAccessFile turns = new RandomAccessFile(turn().toFile(), "rw");
                FileLock turn = turns.getChannel().tryLock();
                RandomAccessFile file = new RandomAccessFile(lines.toFile(), "r")) {
            if (turn == null) {
                return;
            }
            file.seek(Math.min(sentUpTo(file.length()), file.length()));
            for (String line = next(file); line != null; line = next(file)) {
                if (!line.isBlank()) {
                    sending.send(line);
                }
                PrivateFile.write(
                        sent,
                        Long.toString(file.getFilePointer()).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private Path turn() {
        return sent.resolveSibling(sent.getFileName() + ".slot");
    }

    private long sentUpTo(long end) throws IOException {
        if (!Files.exists(sent)) {
            return 0;
        }
        String text = Files.readString(sent, StandardCharsets.US_ASCII).strip();
        long upTo = text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
        return upTo > end ? 0 : upTo;
    }

    /** The next line that has its end, or null; what is read of it is UTF-8. */
    private static @Nullable String next(RandomAccessFile file) throws IOException {
        long start = file.getFilePointer();
        long left = file.length() - start;
        byte[] ahead = new byte[(int) Math.min(left, 64 * 1024)];
        file.readFully(ahead);
        for (int i = 0; i < ahead.length; i++) {
            if (ahead[i] == '\n') {
                file.seek(start + i + 1);
                return new String(ahead, 0, i, StandardCharsets.UTF_8);
            }
        }
        file.seek(start);
        return null;
    }
}
