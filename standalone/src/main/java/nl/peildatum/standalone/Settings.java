package nl.peildatum.standalone;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import nl.peildatum.standalone.telling.CannotStart;
import nl.peildatum.standalone.telling.Say;

/**
 * How a standalone is to run.
 *
 * @param dataDir what it keeps; {@code PEILDATUM_DATA_DIR}, {@code ./data}
 * @param port of the front door; {@code PEILDATUM_PORT}, 8080
 * @param bind the address the front door listens on; {@code PEILDATUM_BIND}, this machine only
 * @param address what users type, which tokens name as their issuer; {@code PEILDATUM_ADDRESS},
 *     {@code http://localhost:<port>}
 * @param freeSpace the bytes that have to be free before it starts
 * @param open whether readers need not log in; {@code PEILDATUM_OPENBAAR}, yes
 * @param fourEyes whether a report is proposed by one and confirmed by another; {@code
 *     PEILDATUM_VIER_OGEN}, no
 * @param example whether the first start also makes an invented programme; {@code
 *     PEILDATUM_VOORBEELD}, no
 */
public record Settings(
        Path dataDir,
        int port,
        InetAddress bind,
        URI address,
        long freeSpace,
        boolean open,
        boolean fourEyes,
        boolean example) {

    /** Enough for the programs of PostgreSQL, its logs and years of changes. */
    private static final long FREE_SPACE = 500_000_000;

    /** As the environment says. */
    public static Settings of(Map<String, String> environment) {
        int port = port(environment.getOrDefault("PEILDATUM_PORT", "8080").strip());
        return new Settings(
                dataDir(environment.getOrDefault("PEILDATUM_DATA_DIR", "data")),
                port,
                bind(environment.getOrDefault("PEILDATUM_BIND", "127.0.0.1").strip()),
                address(
                        environment
                                .getOrDefault("PEILDATUM_ADDRESS", "http://localhost:" + port)
                                .strip()),
                FREE_SPACE,
                yes(environment, "PEILDATUM_OPENBAAR", true),
                yes(environment, "PEILDATUM_VIER_OGEN", false),
                yes(environment, "PEILDATUM_VOORBEELD", false));
    }

    private static boolean yes(Map<String, String> environment, String name, boolean usual) {
        String text = environment.getOrDefault(name, "").strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> usual;
            case "ja", "true" -> true;
            case "nee", "false" -> false;
            default -> throw new CannotStart(Say.NOT_YES_OR_NO, name, text);
        };
    }

    private static Path dataDir(String text) {
        if (text.isBlank()) {
            throw new CannotStart(Say.DATA_DIR_EMPTY);
        }
        return Path.of(text).toAbsolutePath();
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}")) {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= 65535) {
                return port;
            }
        }
        throw new CannotStart(Say.PORT_NOT_A_NUMBER, text);
    }

    private static InetAddress bind(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException unknown) {
            throw CannotStart.because(unknown, Say.BIND_NOT_VALID, text);
        }
    }

    private static URI address(String text) {
        if (text.matches("https?://[A-Za-z0-9.:\\[\\]-]+/?")) {
            try {
                return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            } catch (IllegalArgumentException malformed) {
                throw CannotStart.because(malformed, Say.ADDRESS_NOT_VALID, text);
            }
        }
        throw new CannotStart(Say.ADDRESS_NOT_VALID, text);
    }
}
