package nl.peildatum.standalone.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A request byte by byte as it goes over the line, whatever is wrong with it. */
final class RawRequest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    String method;
    String target;
    String version = "HTTP/1.1";
    final List<String> headers = new ArrayList<>();
    byte[] body;

    RawRequest(String method, String target, byte[] body, String... headers) {
        this.method = method;
        this.target = target;
        this.body = body;
        this.headers.addAll(List.of(headers));
    }

    RawRequest copy() {
        RawRequest copy =
                new RawRequest(method, target, body.clone(), headers.toArray(String[]::new));
        copy.version = version;
        return copy;
    }

    /** What came back: its status, or 0 where the connection was closed without a word. */
    record Answer(int status, String head, String body, Duration took) {}

    /** The length of the body goes along unless a header says otherwise. */
    byte[] bytes(String host) {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(target).append(' ').append(version).append("\r\n");
        head.append("Host: ").append(host).append("\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        boolean measured =
                headers.stream()
                        .map(header -> header.toLowerCase(Locale.ROOT))
                        .anyMatch(
                                header ->
                                        header.startsWith("content-length")
                                                || header.startsWith("transfer-encoding"));
        if (!measured && body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    Answer send(URI address) throws IOException {
        long begun = System.nanoTime();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            try {
                out.write(bytes(address.getHost() + ":" + address.getPort()));
                out.flush();
                socket.shutdownOutput();
            } catch (IOException refusedHalfway) {
                // the answer may be there all the same
            }
            String whole = read(socket.getInputStream());
            int end = whole.indexOf("\r\n\r\n");
            String head = end < 0 ? whole : whole.substring(0, end);
            return new Answer(
                    head.startsWith("HTTP/1.") ? Integer.parseInt(head.substring(9, 12)) : 0,
                    head,
                    end < 0 ? "" : whole.substring(end + 4),
                    Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException closed) {
            // what came before counts
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return new String(bytes("localhost"), StandardCharsets.UTF_8)
                .replaceAll("Bearer [\\w.-]+", "Bearer …");
    }
}
