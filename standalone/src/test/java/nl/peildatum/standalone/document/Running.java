package nl.peildatum.standalone.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.peildatum.contract.AccessChecks.Asking;
import nl.peildatum.contract.AccessChecks.Heard;
import nl.peildatum.contract.HoldingClient;
import nl.peildatum.standalone.RunningStandalone;

/** What a standalone answers, asked once. */
final class Running implements Asking {
    private final RunningStandalone standalone = RunningStandalone.shared();
    private final HttpClient client = HoldingClient.create();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();

    @Override
    public Heard ask(String method, String address, String role) {
        return heard.computeIfAbsent(
                method + " " + address + " " + role, _ -> send(method, address, role));
    }

    private Heard send(String method, String address, String role) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(standalone.address().resolve(address))
                        .method(method, BodyPublishers.noBody());
        if (!role.isEmpty()) {
            request.header(
                    "Authorization", "Bearer " + tokens.computeIfAbsent(role, standalone::token));
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return Heard.of(answer.statusCode(), answer.headers().firstValue("Allow").orElse(null));
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
