package nl.peildatum.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Which build this is: a digest over all that it is made of, so that nodes of one build have the
 * same and any change gives another, whatever version it is called.
 */
final class Build {

    private static final List<String> MADE_OF =
            List.of(
                    "classpath*:nl/peildatum/**/*.*",
                    "classpath*:*_nl.properties",
                    // which libraries, and of which version
                    "classpath*:META-INF/maven/*/*/pom.properties");

    private Build() {}

    private static final class Known {
        static final String ID = digest();
    }

    /** The same as long as nothing is built anew; made when it is asked for first. */
    static String id() {
        return Known.ID;
    }

    private static String digest() {
        try {
            PathMatchingResourcePatternResolver resources =
                    new PathMatchingResourcePatternResolver(Build.class.getClassLoader());
            List<String> parts = new ArrayList<>();
            for (String pattern : MADE_OF) {
                for (Resource part : resources.getResources(pattern)) {
                    if (part.isReadable()) {
                        parts.add(part.getFilename() + " " + digest(part));
                    }
                }
            }
            MessageDigest all = sha256();
            parts.stream()
                    .sorted()
                    .forEach(part -> all.update(part.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(all.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(Resource part) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(part.getInputStream(), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every JDK has SHA-256", never);
        }
    }
}
