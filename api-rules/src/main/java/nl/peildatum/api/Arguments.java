package nl.peildatum.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import nl.peildatum.contract.Contract;
import nl.peildatum.contract.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives controllers what they are {@link Asked} and an {@link Upload}, and answers in what is
 * {@link Acceptable}.
 */
final class Arguments implements WebMvcConfigurer {
    private final Contract contract;
    private final JsonMapper records;
    private final Today today;
    private final long largestInput;
    private final long largestUpload;

    Arguments(
            Contract contract,
            JsonMapper records,
            Today today,
            long largestInput,
            long largestUpload) {
        this.contract = contract;
        this.records = records;
        this.today = today;
        this.largestInput = largestInput;
        this.largestUpload = largestUpload;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Argument(Asked.class, this::asked));
        resolvers.add(new Argument(Upload.class, this::upload));
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(new Acceptable()));
    }

    private Asked asked(HttpServletRequest request) throws IOException {
        String address = Addresses.of(request);
        Operation operation =
                contract.operation(request.getMethod(), address)
                        .orElseThrow(
                                () -> new IllegalStateException("The document has no " + address));
        byte[] body =
                operation.takes().contains(MediaType.APPLICATION_JSON_VALUE) ? json(request) : null;
        Asked asked =
                new Asked(operation.read(request.getQueryString(), body), request, records, today);
        operation.headersOfOthers().stream()
                .filter(name -> request.getHeader(name) != null)
                .forEach(name -> asked.note(name, Wording.HEADER_OF_OTHERS.text(name)));
        return asked;
    }

    /** The body, or null where there is none and nothing says that there would be. */
    private byte @Nullable [] json(HttpServletRequest request) throws IOException {
        if (request.getContentType() == null) {
            if (read(request, largestInput).length == 0) {
                return null;
            }
            throw Problem.unsupported(List.of(MediaType.APPLICATION_JSON_VALUE));
        }
        if (!type(request).equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
            throw Problem.unsupported(List.of(MediaType.APPLICATION_JSON_VALUE));
        }
        return read(request, largestInput);
    }

    private Upload upload(HttpServletRequest request) throws IOException {
        if (request.getContentType() == null) {
            throw Problem.unsupported(List.of());
        }
        MediaType type = type(request);
        return new Upload(type, read(request, largestUpload));
    }

    private static MediaType type(HttpServletRequest request) {
        try {
            MediaType type = MediaType.parseMediaType(request.getContentType());
            Charset charset = type.getCharset();
            if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
                throw Problem.unsupported(Wording.UNSUPPORTED_CHARSET.text());
            }
            return type;
        } catch (InvalidMediaTypeException unknown) {
            throw Problem.unsupported(List.of());
        }
    }

    private static byte[] read(HttpServletRequest request, long largest) throws IOException {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().toLowerCase(Locale.ROOT).equals("identity")) {
            throw Problem.unsupported(Wording.UNSUPPORTED_ENCODING.text());
        }
        if (request.getContentLengthLong() > largest) {
            throw Problem.tooLarge(largest);
        }
        byte[] body = request.getInputStream().readNBytes(Math.toIntExact(largest + 1));
        if (body.length > largest) {
            throw Problem.tooLarge(largest);
        }
        return body;
    }

    @FunctionalInterface
    private interface Reading {
        Object of(HttpServletRequest request) throws IOException;
    }

    private record Argument(Class<?> type, Reading reading)
            implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(type);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders)
                throws IOException {
            HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
            if (servlet == null) {
                throw new IllegalStateException("Only servlet requests are served here");
            }
            return reading.of(servlet);
        }
    }
}
