package nl.peildatum.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What pages load, under addresses that change with the content: an answer may be kept for ever.
 * Made once for a JVM.
 */
public final class Assets {

    /** Where they are to be had. */
    public static final String PATH = "/uiterlijk/";

    private static final Map<String, String> TYPES =
            Map.of(
                    "css", "text/css;charset=UTF-8",
                    "js", "text/javascript;charset=UTF-8",
                    "svg", "image/svg+xml",
                    "woff2", "font/woff2");

    /** In this order: a stylesheet names the fonts that are before it. */
    private static final String[] NAMES = {
        "fira-sans-400.woff2",
        "fira-sans-600.woff2",
        "peildatum.svg",
        "thema.css",
        "peildatum.css",
        "peildatum.js"
    };

    /** What stands in the script for who writes it: indentation, comments and empty lines. */
    private static final Pattern REMARKS = Pattern.compile("(?m)^(?: *//.*)?\\s+");

    private static final Map<String, String> ADDRESSES = new LinkedHashMap<>();
    private static final Map<String, Asset> BY_ADDRESS = new LinkedHashMap<>();

    static {
        for (String name : NAMES) {
            add(name);
        }
    }

    private Assets() {}

    /** What is loaded, and as what. */
    public static final class Asset {

        private final String type;
        private final byte[] content;

        private Asset(String type, byte[] content) {
            this.type = type;
            this.content = content;
        }

        /** Its media type. */
        public String type() {
            return type;
        }

        /** How many bytes it has. */
        public int length() {
            return content.length;
        }

        /** Writes all of it. */
        public void writeTo(OutputStream out) throws IOException {
            out.write(content);
        }
    }

    /** Where a file of this name is to be had. */
    public static String address(String name) {
        String address = ADDRESSES.get(name);
        if (address == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return address;
    }

    /** What is at an address, or nothing. */
    public static @Nullable Asset at(String address) {
        return BY_ADDRESS.get(address);
    }

    /** A stylesheet as it is to be had. */
    static String text(String name) {
        Asset asset = Objects.requireNonNull(BY_ADDRESS.get(address(name)), name);
        return new String(asset.content, StandardCharsets.UTF_8);
    }

    private static void add(String name) {
        String type = name.substring(name.lastIndexOf('.') + 1);
        byte[] content = read(name);
        if (type.equals("js")) {
            content =
                    REMARKS.matcher(new String(content, StandardCharsets.UTF_8))
                            .replaceAll("")
                            .getBytes(StandardCharsets.UTF_8);
        }
        if (type.equals("css")) {
            String text = new String(content, StandardCharsets.UTF_8);
            for (Map.Entry<String, String> known : ADDRESSES.entrySet()) {
                text = text.replace("url(" + known.getKey() + ")", "url(" + known.getValue() + ")");
            }
            content = text.getBytes(StandardCharsets.UTF_8);
        }
        String hashed =
                PATH
                        + name.substring(0, name.length() - type.length())
                        + hash(content)
                        + "."
                        + type;
        ADDRESSES.put(name, hashed);
        BY_ADDRESS.put(hashed, new Asset(String.valueOf(TYPES.get(type)), content));
    }

    private static byte[] read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream("static/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no file " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
