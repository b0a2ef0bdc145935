package nl.peildatum.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Caller;
import nl.peildatum.api.Problem;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Answers;
import nl.peildatum.eventstore.Keyed;
import nl.peildatum.eventstore.Receipt;
import nl.peildatum.eventstore.RememberedAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.WebUtils;

/** Answers a request once, however often it is repeated under one Idempotency-Key. */
public final class Answering {

    static final String KEY_HEADER = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Answers answers;

    Answering(Answers answers) {
        this.answers = answers;
    }

    /**
     * What a request leads to.
     *
     * @param location the path of what is made, or null when that is the journal entry
     */
    public record Outcome(
            ProgrammeId programme, HttpStatus status, @Nullable String location, Work work) {

        /** What makes something new; where nothing changes that is a conflict. */
        public static Outcome created(ProgrammeId programme, @Nullable String location, Work work) {
            return new Outcome(programme, HttpStatus.CREATED, location, work);
        }
    }

    /** The last entry that was recorded. */
    public record Recorded(long journaalnummer, UUID id, Instant geregistreerdOp) {

        static Recorded of(Receipt receipt) {
            return new Recorded(receipt.journalNumber(), receipt.id(), receipt.recordedAt());
        }
    }

    /** Nothing was recorded, since all was already as it was asked to be. */
    record Unchanged(boolean gewijzigd) {}

    /** Records under a key, and gives the receipts of all that was recorded. */
    @FunctionalInterface
    public interface Work {
        List<Receipt> record(@Nullable Keyed keyed);
    }

    /** The first answer to just this request under its key, where there is one. */
    Optional<ResponseEntity<?>> first(HttpServletRequest request) {
        String key = request.getHeader(KEY_HEADER);
        if (key == null) {
            return Optional.empty();
        }
        return answers.find(Caller.current().actor(), key)
                .filter(first -> first.request().equals(digest(request)))
                .map(
                        first ->
                                response(
                                        first.status(),
                                        first.location(),
                                        programme(request),
                                        first.receipt()));
    }

    /** The one in the address; what is told of another has a location of its own. */
    private static ProgrammeId programme(HttpServletRequest request) {
        Object named = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return new ProgrammeId(
                named instanceof Map<?, ?> variables && variables.get("programma") != null
                        ? String.valueOf(variables.get("programma"))
                        : "-");
    }

    /** The first answer to the request, made now or repeated; a conflict where nothing changes. */
    public ResponseEntity<Recorded> answer(Asked asked, Outcome outcome) {
        return recorded(
                answer(
                        asked,
                        outcome,
                        _ -> {
                            throw Problem.conflict(Wordings.of("refusal.NothingChanges"));
                        }));
    }

    @SuppressWarnings("unchecked") // only where nothing may change does an answer say anything else
    private static ResponseEntity<Recorded> recorded(ResponseEntity<?> answer) {
        return (ResponseEntity<Recorded>) answer;
    }

    /** The first answer to the request, made now or repeated, which may be that nothing changes. */
    public ResponseEntity<?> answerOrUnchanged(Asked asked, Outcome outcome) {
        return answer(asked, outcome, keyed -> unchanged(keyed, outcome));
    }

    private ResponseEntity<?> answer(
            Asked asked, Outcome outcome, Function<@Nullable Keyed, ResponseEntity<?>> unchanged) {
        Keyed keyed = keyed(asked, outcome.status(), outcome.location());
        Optional<RememberedAnswer> earlier = find(keyed);
        if (earlier.isPresent()) {
            return repeat(keyed, earlier.get(), outcome.programme());
        }
        try {
            List<Receipt> receipts = outcome.work().record(keyed);
            return receipts.isEmpty()
                    ? unchanged.apply(keyed)
                    : response(
                            outcome.status().value(),
                            outcome.location(),
                            outcome.programme(),
                            receipts.getLast());
        } catch (RuntimeException refused) {
            // A repeat that ran at the same time may have been refused only because the first went
            // well.
            RememberedAnswer first = find(keyed).orElseThrow(() -> refused);
            return repeat(keyed, first, outcome.programme());
        }
    }

    private ResponseEntity<?> unchanged(@Nullable Keyed keyed, Outcome outcome) {
        int status = HttpStatus.OK.value();
        if (keyed == null) {
            return response(status, null, outcome.programme(), null);
        }
        answers.remember(
                new Keyed(keyed.subject(), keyed.key(), keyed.request(), status, null),
                outcome.programme());
        // Another request with this key may have been first.
        return repeat(keyed, find(keyed).orElseThrow(), outcome.programme());
    }

    private Optional<RememberedAnswer> find(@Nullable Keyed keyed) {
        return keyed == null ? Optional.empty() : answers.find(keyed.subject(), keyed.key());
    }

    private static ResponseEntity<?> repeat(
            @Nullable Keyed keyed, RememberedAnswer first, ProgrammeId programme) {
        if (keyed == null || !first.request().equals(keyed.request())) {
            throw Problem.conflict(Wordings.of("key.usedForSomethingElse"));
        }
        return response(first.status(), first.location(), programme, first.receipt());
    }

    private static ResponseEntity<?> response(
            int status,
            @Nullable String location,
            ProgrammeId programme,
            @Nullable Receipt receipt) {
        ResponseEntity.BodyBuilder builder = ResponseEntity.status(status);
        if (receipt == null) {
            return builder.body(new Unchanged(false));
        }
        if (status == HttpStatus.CREATED.value()) {
            builder.location(
                    URI.create(
                            location == null
                                    ? Paths.programme(programme)
                                            + "/journaal/"
                                            + receipt.journalNumber()
                                    : location));
        }
        return builder.body(Recorded.of(receipt));
    }

    private static @Nullable Keyed keyed(
            Asked asked, HttpStatus status, @Nullable String location) {
        HttpServletRequest request = asked.request();
        List<String> keys = Collections.list(request.getHeaders(KEY_HEADER));
        if (keys.isEmpty()) {
            return null;
        }
        String key = keys.getFirst();
        if (keys.size() > 1 || !KEY_FORM.matcher(key).matches()) {
            throw Problem.invalid(KEY_HEADER, Wordings.of("input.idempotencyKey"));
        }
        return new Keyed(asked.caller().actor(), key, digest(request), status.value(), location);
    }

    private static String digest(HttpServletRequest request) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            String line =
                    request.getMethod()
                            + " "
                            + request.getRequestURI()
                            + "?"
                            + request.getQueryString()
                            + "\n";
            sha256.update(line.getBytes(StandardCharsets.UTF_8));
            ContentCachingRequestWrapper cached =
                    WebUtils.getNativeRequest(request, ContentCachingRequestWrapper.class);
            if (cached != null) {
                sha256.update(cached.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
