package nl.peildatum.command.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import nl.peildatum.api.secrets.PrivateFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file to which every checkpoint and every public key is added, one JSON line each, so that
 * more than the database knows of them. A checkpoint stands there before the database has it: one
 * too many still holds, one too few would be missed.
 */
final class Handed {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path directory;
    private final Path file;

    Handed(Path directory) {
        this.directory = directory;
        file = directory.resolve("controlepunten.jsonl");
    }

    Path path() {
        return file;
    }

    /** Adds a line, on disk when this returns; after a half line, on a line of its own. */
    void add(Object shown) throws IOException {
        PrivateFile.directory(directory);
        byte[] line = (MAPPER.writeValueAsString(shown) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            long end = channel.size();
            ByteBuffer bytes = ByteBuffer.allocate(line.length + 1);
            if (end > 0 && last(channel, end) != '\n') {
                bytes.put((byte) '\n');
            }
            bytes.put(line).flip();
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(true);
        }
    }

    private static byte last(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.get(0);
    }
}
