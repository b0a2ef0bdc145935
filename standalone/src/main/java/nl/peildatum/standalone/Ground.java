package nl.peildatum.standalone;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import nl.peildatum.api.secrets.PrivateFile;
import nl.peildatum.standalone.telling.CannotStart;
import nl.peildatum.standalone.telling.Say;
import org.jspecify.annotations.Nullable;

/** The ground a standalone stands on: a Java, a free port, and a data directory of its own. */
final class Ground implements AutoCloseable {

    private static final int JAVA = 25;

    private final Path dataDir;
    private final FileChannel lockFile;

    private Ground(Path dataDir, FileChannel lockFile) {
        this.dataDir = dataDir;
        this.lockFile = lockFile;
    }

    /** Checks everything that would otherwise go wrong halfway, and takes the data directory. */
    static Ground checked(Settings settings) throws IOException {
        int java = Runtime.version().feature();
        if (java < JAVA) {
            throw new CannotStart(Say.JAVA_TOO_OLD, java);
        }
        checkPort(settings.bind(), settings.port());
        if (settings.bind().isLoopbackAddress()) {
            // or else localhost may lead to someone else
            checkPort(InetAddress.ofLiteral("::1"), settings.port());
        }
        Path dataDir = makeDirectory(settings.dataDir());
        FileChannel lock = lock(dataDir);
        try {
            long free = Files.getFileStore(dataDir).getUsableSpace();
            if (free < settings.freeSpace()) {
                throw new CannotStart(
                        Say.NO_SPACE, dataDir, free / 1_000_000, settings.freeSpace() / 1_000_000);
            }
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
        return new Ground(dataDir, lock);
    }

    /** The data directory, without detours. */
    Path dataDir() {
        return dataDir;
    }

    /** Gives the data directory back. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static void checkPort(InetAddress address, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
        } catch (BindException refused) {
            String why = String.valueOf(refused.getMessage());
            if (why.contains("Permission denied")) {
                throw CannotStart.because(refused, Say.PORT_NOT_ALLOWED, port);
            }
            if (why.contains("Cannot assign") || why.contains("not supported")) {
                if (address.isLoopbackAddress()) {
                    return; // this machine has no IPv6
                }
                throw CannotStart.because(refused, Say.BIND_NOT_VALID, address.getHostAddress());
            }
            throw CannotStart.because(refused, Say.PORT_IN_USE, port);
        } catch (java.net.SocketException noSuchFamily) {
            if (!address.isLoopbackAddress()) {
                throw noSuchFamily;
            }
        }
    }

    private static Path makeDirectory(Path directory) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new CannotStart(Say.DATA_DIR_NOT_A_DIRECTORY, directory);
        }
        boolean exists = Files.exists(directory);
        try {
            PrivateFile.directory(directory);
            Path dataDir = directory.toRealPath();
            closeLogs(dataDir);
            return dataDir;
        } catch (AccessDeniedException refused) {
            throw exists
                    ? CannotStart.because(refused, Say.DATA_DIR_OF_ANOTHER, directory)
                    : unwritable(refused, directory);
        } catch (IOException refused) {
            throw unwritable(refused, directory);
        }
    }

    /** Those of an earlier version were open to others. */
    private static void closeLogs(Path dataDir) throws IOException {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(dataDir, "*.log*")) {
            for (Path log : logs) {
                PrivateFile.close(log);
            }
        }
    }

    private static FileChannel lock(Path dataDir) throws IOException {
        Path file = dataDir.resolve("peildatum.lock");
        FileChannel channel;
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
        } catch (IOException refused) {
            throw unwritable(refused, dataDir);
        }
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new CannotStart(
                        Say.DATA_DIR_IN_USE, dataDir, holder.isEmpty() ? "?" : holder);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            Long.toString(ProcessHandle.current().pid())
                                    .getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (OverlappingFileLockException held) {
            channel.close();
            throw CannotStart.because(
                    held, Say.DATA_DIR_IN_USE, dataDir, ProcessHandle.current().pid());
        } catch (IOException failure) {
            channel.close();
            throw unwritable(failure, dataDir);
        }
    }

    private static CannotStart unwritable(IOException failure, Path directory) {
        return NoSpaceLeft.is(failure)
                ? CannotStart.because(failure, Say.NO_SPACE_LEFT, directory)
                : CannotStart.because(failure, Say.DATA_DIR_NOT_WRITABLE, directory);
    }
}
