package nl.peildatum.command.sealing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.peildatum.api.starting.Settings;
import nl.peildatum.command.words.Wordings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hands every line of the checkpoints' file on to an address outside, one POST each, in order. One
 * that is not accepted is tried again, after longer and longer, and holds up those behind it; one
 * whose answer was lost comes a second time.
 */
@Component
class Pushing {

    private static final Logger LOG = LoggerFactory.getLogger(Pushing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final @Nullable Unsent unsent;
    private final URI address;
    private final String token;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private Duration wait = FIRST_WAIT;
    private Instant notBefore = Instant.MIN;
    private volatile @Nullable String trouble;

    /**
     * @param address where to POST to: HTTPS, or HTTP to this machine itself; blank for nowhere
     * @param token sent as a bearer token; blank for none
     * @throws IllegalArgumentException when the address is another one
     */
    Pushing(
            Clock clock,
            @Value("${peildatum.controlepunten.map:}") String directory,
            @Value("${peildatum.controlepunten.adres:}") String address,
            @Value("${peildatum.controlepunten.token:}") String token) {
        this.clock = clock;
        this.address = URI.create(address.strip());
        this.token = token.strip();
        if (address.isBlank() || directory.isBlank()) {
            unsent = null;
            return;
        }
        if (!Settings.isSafe(address)) {
            throw new IllegalArgumentException(Wordings.of("sealing.address", address));
        }
        unsent = new Unsent(Path.of(directory));
    }

    /** Hands on what was not yet, unless it is too early to try again. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void push() {
        if (unsent == null || clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            unsent.each(this::send);
            wait = FIRST_WAIT;
            trouble = null;
        } catch (IOException failure) {
            later(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What stands in the way, as a Dutch sentence; null where nothing does. */
    @Nullable String trouble() {
        return trouble;
    }

    private void send(String line) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(line, StandardCharsets.UTF_8));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        int status =
                client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status < 200 || status > 299) {
            throw new IOException("HTTP " + status);
        }
    }

    private void later(IOException failure) {
        notBefore = clock.instant().plus(wait);
        String sentence = Wordings.of("sealing.notHandedOn", address.getHost());
        LOG.warn("{} ({}, opnieuw over {})", sentence, failure.toString(), wait);
        trouble = sentence;
        Duration doubled = wait.multipliedBy(2);
        wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
