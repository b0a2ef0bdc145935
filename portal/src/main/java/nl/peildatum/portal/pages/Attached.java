package nl.peildatum.portal.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A document that goes along with a form: chosen as a file once, and from then on in fields of the
 * form, compressed. So it is kept by the browser only, as all else that was filled in.
 */
public final class Attached {

    /** The field in which a file is chosen. */
    public static final String FILE = "document";

    /** The fields in which it goes along after that. */
    public static final String NAME = "naam.document";

    public static final String CONTENT = "inhoud.document";

    private final String name;
    private final @Nullable Part chosen;
    private final @Nullable String packed;

    private Attached(String name, @Nullable Part chosen, @Nullable String packed) {
        this.name = name;
        this.chosen = chosen;
        this.packed = packed;
    }

    /** What was sent along, a file that was chosen now rather than an earlier one. */
    public static @Nullable Attached of(HttpServletRequest request) {
        Part chosen = chosen(request);
        if (chosen != null) {
            return new Attached(
                    Objects.requireNonNull(chosen.getSubmittedFileName()), chosen, null);
        }
        String name = request.getParameter(NAME);
        String packed = request.getParameter(CONTENT);
        return name == null || packed == null || packed.isEmpty()
                ? null
                : new Attached(name, null, packed);
    }

    private static @Nullable Part chosen(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/form-data")) {
            return null;
        }
        try {
            Part part = request.getPart(FILE);
            return part == null
                            || part.getSubmittedFileName() == null
                            || part.getSubmittedFileName().isEmpty()
                    ? null
                    : part;
        } catch (IOException | ServletException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What the file is called. */
    public String name() {
        return name;
    }

    /** Whether it was chosen in the form that was sent, rather than in one before it. */
    public boolean isNew() {
        return chosen != null;
    }

    /** How it goes along in a field. */
    public String packed() {
        if (chosen == null) {
            return Objects.requireNonNull(packed);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream content = chosen.getInputStream();
                GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            content.transferTo(packing);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** What is in it, or null where that is more than so many bytes, or cannot be read. */
    public byte @Nullable [] bytes(long largest) {
        int most = Math.toIntExact(largest) + 1;
        try (InputStream content =
                chosen != null
                        ? chosen.getInputStream()
                        : new GZIPInputStream(
                                new ByteArrayInputStream(
                                        Base64.getUrlDecoder()
                                                .decode(Objects.requireNonNull(packed))))) {
            byte[] bytes = content.readNBytes(most);
            return bytes.length == most ? null : bytes;
        } catch (IOException | IllegalArgumentException notPacked) {
            return null;
        }
    }
}
