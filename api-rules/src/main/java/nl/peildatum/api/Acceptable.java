package nl.peildatum.api;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * The forms that a caller takes, as {@code Accept} says it: without parameters, since no form here
 * has any, and without what is refused. Everything is written in UTF-8; JSON is never anything else
 * (RFC 8259), so what is asked of its characters means nothing.
 */
final class Acceptable implements ContentNegotiationStrategy {
    private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        List<MediaType> asked = header.resolveMediaTypes(request);
        List<MediaType> acceptable =
                asked.stream()
                        .filter(type -> type.getQualityValue() > 0)
                        .filter(type -> asked.stream().noneMatch(other -> refuses(other, type)))
                        .filter(type -> isJson(type) || isUtf8(type))
                        .map(
                                type ->
                                        new MediaType(type.getType(), type.getSubtype())
                                                .copyQualityValue(type))
                        .toList();
        if (acceptable.isEmpty()) {
            throw new HttpMediaTypeNotAcceptableException("nothing is acceptable");
        }
        return acceptable;
    }

    /** Whether a range is refused as a part of another, so that the other no longer says enough. */
    private static boolean refuses(MediaType refused, MediaType range) {
        return refused.getQualityValue() == 0
                && (range.isWildcardType() || range.isWildcardSubtype())
                && range.includes(refused);
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }

    private static boolean isUtf8(MediaType type) {
        Charset charset = type.getCharset();
        return charset == null || charset.equals(StandardCharsets.UTF_8);
    }
}
