package nl.peildatum.standalone.credentials;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import nl.peildatum.api.secrets.PrivateFile;

/**
 * Secrets by name, kept in one file of {@code name=secret} lines: each is generated once and stays
 * as it is from then on, also when someone chose another by editing the file.
 */
public final class Credentials {

    /** 32 bytes: far beyond guessing, so that nothing that checks them has to be slow. */
    private static final int BYTES = 32;

    private final Map<String, String> secrets;

    private Credentials(Map<String, String> secrets) {
        this.secrets = secrets;
    }

    /**
     * Reads the file and adds what is missing of the names.
     *
     * @param explanation lines of comment for who opens the file
     */
    public static Credentials keptIn(Path file, List<String> explanation, List<String> names)
            throws IOException {
        Map<String, String> secrets = Files.exists(file) ? read(file) : new LinkedHashMap<>();
        boolean complete = true;
        for (String name : names) {
            if (secrets.getOrDefault(name, "").isBlank()) {
                secrets.put(name, generate());
                complete = false;
            }
        }
        if (complete) {
            PrivateFile.close(file);
        } else {
            PrivateFile.write(file, text(explanation, secrets).getBytes(StandardCharsets.UTF_8));
        }
        return new Credentials(secrets);
    }

    /** The secret of that name, which was among the names asked for. */
    public String secret(String name) {
        String secret = secrets.get(name);
        if (secret == null) {
            throw new IllegalArgumentException(name);
        }
        return secret;
    }

    private static String generate() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        // letters, digits, - and _: nothing a properties file, a shell or a URL would read
        // otherwise
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        String text = Files.readString(file);
        try (Reader reader = new StringReader(text)) {
            properties.load(reader);
        }
        Map<String, String> secrets = new LinkedHashMap<>();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> secrets.put(name, properties.getProperty(name).strip()));
        return secrets;
    }

    private static String text(List<String> explanation, Map<String, String> secrets) {
        StringBuilder text = new StringBuilder();
        explanation.forEach(line -> text.append("# ").append(line).append('\n'));
        secrets.forEach(
                (name, secret) ->
                        text.append(name)
                                .append('=')
                                .append(secret.replace("\\", "\\\\"))
                                .append('\n'));
        return text.toString();
    }
}
