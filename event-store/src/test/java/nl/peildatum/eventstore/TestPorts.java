package nl.peildatum.eventstore;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that start later: below those that systems give to connections, since one of
 * these would be somebody's by the time that the server is there.
 */
public final class TestPorts {

    private static final int FIRST = 15_000;
    private static final int LAST = 32_000;

    private TestPorts() {}

    /** One on which nobody listens at this moment. */
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
