package nl.peildatum.query.api;

import static nl.peildatum.query.api.cut.ProjectionName.AUDIT_TRAIL;
import static nl.peildatum.query.api.cut.ProjectionName.DASHBOARD;
import static nl.peildatum.query.api.cut.ProjectionName.JOURNAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import nl.peildatum.contract.HeldAnswers;
import nl.peildatum.contract.HoldingClient;
import nl.peildatum.contract.Moments;
import nl.peildatum.events.ActionEvent.ActionDelayed;
import nl.peildatum.events.ActionEvent.ActionExplained;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.eventstore.Act;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.query.api.Asked.Another;
import nl.peildatum.query.api.Asked.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class FollowingTest implements MovesTheClock {
    private static final HttpClient CLIENT = HoldingClient.create();

    /** What a follower is sent, one thing after the other. */
    private static final class Followed implements AutoCloseable {
        private final HttpResponse<InputStream> response;
        private final BufferedReader lines;

        Followed(Story story, String role, String... headers) {
            this(Asked.address(path(story)), role, headers);
        }

        Followed(String address, String role, String... headers) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Authorization", "Bearer " + Asked.token(role));
            if (headers.length > 0) {
                request.headers(headers);
            }
            try {
                response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            } catch (IOException away) {
                throw new UncheckedIOException(away);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            lines =
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        /** The lines up to the next empty one, or that it ended. */
        String next() {
            StringBuilder event = new StringBuilder();
            try {
                while (true) {
                    String line = lines.readLine();
                    if (line == null) {
                        return "einde";
                    }
                    if (line.isEmpty()) {
                        return event.toString();
                    }
                    event.append(event.isEmpty() ? "" : "|").append(line);
                }
            } catch (IOException cut) {
                return "einde";
            }
        }

        /** The same, comments left out. */
        String told() {
            String next = next();
            while (next.equals(":")) {
                next = next();
            }
            return next;
        }

        @Override
        public void close() {
            try {
                response.body().close();
            } catch (IOException alreadyGone) {
                throw new UncheckedIOException(alreadyGone);
            }
        }
    }

    private static String path(Story story) {
        return "/" + story.programme + "/gebeurtenissen";
    }

    private static Story story() {
        Story story = Story.adopted();
        story.planned("24", null, null, "2024-01-01");
        return story;
    }

    private static long startedAndDelayed(Story story) {
        return story.tell(
                new ActionStarted(story.action("24"), story.basis("2025-01-01"), null, null),
                new ActionDelayed(
                        story.action("24"), null, story.basis("2025-02-01"), "geheim", null));
    }

    @Test
    void a_reader_gets_the_last_number_of_each_act_once_it_is_known() {
        Story story = story();
        try (Followed followed = new Followed(story, "lezer")) {
            assertThat(followed.response.statusCode()).isEqualTo(200);
            assertThat(followed.response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(followed.response.headers().firstValue("API-Version")).isPresent();
            assertThat(followed.next()).isEqualTo("retry: 2000|id: 2");
            startedAndDelayed(story);
            story.explained("24", "t", "2025-03-01");
            assertThat(followed.next()).isEqualTo("id: 4|data: 4");
            assertThat(followed.next()).isEqualTo("id: 5|data: 5");
        }
    }

    @Test
    void the_secretariat_and_the_auditor_get_every_entry_without_a_text_or_a_subject() {
        Story story = story();
        for (String role : List.of("secretariaat", "auditor")) {
            try (Followed followed = new Followed(story, role, "Last-Event-ID", "2")) {
                assertThat(followed.next()).isEqualTo("retry: 2000|id: 2");
                if (story.head() == 2) {
                    startedAndDelayed(story);
                }
                assertThat(followed.next()).startsWith("id: 3|data: {");
                String event = followed.next();
                assertThat(event).startsWith("id: 4|data: ").doesNotContain("geheim", "subject-1");
                String cloud = event.substring("id: 4|data: ".length());
                new HeldAnswers().hold("Cloudevent", cloud);
                assertThat(cloud)
                        .isEqualTo(
                                """
                                {"specversion":"1.0","id":"4","source":"/api/v1/programmas/%1$s",\
                                "type":"nl.peildatum.vertraging.v1","subject":"acties/24",\
                                "time":"%2$s","datacontenttype":"application/json",\
                                "dataschema":"urn:peildatum:schema:gebeurtenis:1",\
                                "data":{"programma":"%1$s","journaalnummer":4,\
                                "soort":"VERTRAGING","actie":"24","ingangsdatum":"2025-02-01"}}"""
                                        .formatted(
                                                story.programme,
                                                Moments.format(story.recordedAt(4))));
            }
        }
    }

    @Test
    void who_comes_back_gets_what_was_missed_and_no_half_of_an_act() {
        Story story = story();
        startedAndDelayed(story);
        story.explained("24", "t", "2025-03-01");
        try (Followed followed = new Followed(story, "lezer", "Last-Event-ID", "3")) {
            assertThat(followed.next()).isEqualTo("retry: 2000|id: 3");
            assertThat(followed.next()).isEqualTo("id: 4|data: 4");
            assertThat(followed.next()).isEqualTo("id: 5|data: 5");
        }
        try (Followed followed = new Followed(story, "lezer", "Last-Event-ID", "0")) {
            followed.next();
            assertThat(followed.next()).isEqualTo("id: 1|data: 1");
        }
    }

    @Test
    void nothing_is_told_before_the_dashboard_knows_it_and_a_comment_keeps_the_line_open()
            throws Exception {
        Story story = story().park(DASHBOARD, JOURNAL);
        Instant now = Instant.now();
        Asked.CLOCK.standAt(now);
        try (Followed followed = new Followed(story, "lezer")) {
            followed.next();
            story.explained("24", "t", "2025-03-01");
            CompletableFuture<String> next = CompletableFuture.supplyAsync(followed::next);
            Asked.CLOCK.standAt(now.plusMillis(14_900));
            assertThatThrownBy(() -> next.get(1, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
            Asked.CLOCK.standAt(now.plusSeconds(15));
            assertThat(next.get(20, TimeUnit.SECONDS)).isEqualTo(":");
            story.unpark();
            assertThat(followed.next()).isEqualTo("id: 3|data: 3");
        }
    }

    @Test
    void who_is_cut_off_fifty_times_under_changes_misses_nothing_and_sees_nothing_twice() {
        Story story = story().park(JOURNAL, AUDIT_TRAIL);
        int changes = 250;
        CompletableFuture<Void> recording =
                CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < changes; i++) {
                                if (i % 5 == 0) {
                                    startedAndDelayed(story);
                                } else {
                                    story.explained("24", "t" + i, "2025-03-01");
                                }
                            }
                        });
        List<Long> seen = new ArrayList<>(List.of(2L));
        int cuts = 0;
        while (seen.size() <= changes) {
            try (Followed followed =
                    new Followed(story, "lezer", "Last-Event-ID", "" + seen.getLast())) {
                followed.next();
                for (int i = 0; i < 4 && seen.size() <= changes; i++) {
                    seen.add(Long.parseLong(followed.next().replaceFirst(".*data: ", "")));
                }
            }
            cuts++;
        }
        recording.join();
        assertThat(cuts).isGreaterThan(50);
        assertThat(seen)
                .isEqualTo(
                        new Journal(Asked.dataSource())
                                .acts(new ProgrammeId(story.programme), 2, story.head()).stream()
                                        .map(Act::last)
                                        .toList());
    }

    @Test
    void nobody_follows_more_than_twenty_at_once_and_a_closed_stream_makes_place()
            throws Exception {
        Story story = story();
        List<Followed> open = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            open.add(new Followed(story, "auditor"));
        }
        Answer refused = Asked.get("auditor", "/" + story.programme + "/gebeurtenissen");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        try (Followed other = new Followed(story, "secretariaat")) {
            assertThat(other.response.statusCode()).isEqualTo(200);
        }
        open.forEach(Followed::close);
        awaitPlace(Asked.address(path(story)));
    }

    @Test
    void who_does_not_read_is_cut_off_while_others_go_on_until_the_application_closes()
            throws Exception {
        Story story = story();
        story.tell(
                IntStream.range(0, 500)
                        .mapToObj(
                                i ->
                                        new ActionExplained(
                                                story.action("24"),
                                                story.basis("2025-03-01"),
                                                null,
                                                "t"))
                        .toArray(Event[]::new));
        Another side =
                Another.with(
                        "server.tomcat.connection-timeout=2s",
                        "peildatum.gebeurtenissen.per-aanvrager=1");
        String address = side.address(path(story));
        try (side;
                Followed other = new Followed(address, "secretariaat");
                Socket _ = silent(URI.create(address), "auditor")) {
            assertThat(other.next()).isEqualTo("retry: 2000|id: 502");
            story.explained("24", "nieuw", "2025-03-01");
            assertThat(other.told()).startsWith("id: 503|data: {");
            awaitPlace(address);
            story.explained("24", "nieuwer", "2025-03-01");
            assertThat(other.told()).startsWith("id: 504|data: {");

            Instant began = Instant.now();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(side::close);
            assertThat(other.told()).isEqualTo("einde");
            // or the server waits ten seconds for what is being answered
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(8));
            closed.join();
        }
    }

    /** Somebody who asks for everything from the beginning, and reads nothing of it. */
    private static Socket silent(URI address, String role) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        String asked =
                """
                GET %s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Last-Event-ID: 0

                """
                        .formatted(address.getPath(), Asked.token(role))
                        .replace("\n", "\r\n");
        socket.getOutputStream().write(asked.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** Whoever has no more place than is taken gets one, some comments after it is left. */
    private static void awaitPlace(String address) throws InterruptedException {
        for (int i = 1; i <= 100; i++) {
            try (Followed again = new Followed(address, "auditor")) {
                if (again.response.statusCode() == 200) {
                    return;
                }
            }
            Asked.CLOCK.ahead(Duration.ofSeconds(15L * i));
            Thread.sleep(200);
        }
        throw new AssertionError("not in time");
    }

    @Test
    void a_stream_ends_when_the_token_expires() {
        Story story = story();
        try (Followed followed = new Followed(story, "lezer")) {
            followed.next();
            Asked.CLOCK.ahead(Duration.ofDays(3660));
            assertThat(followed.next()).isEqualTo("einde");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "x", "-1", "1.0", "99999999999999999999"})
    void a_number_that_was_never_sent_is_refused(String last) {
        Answer answer =
                Asked.method(
                        "GET", "/" + story().programme + "/gebeurtenissen", "Last-Event-ID", last);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json("/fouten/0/veld").asString()).isEqualTo("Last-Event-ID");
    }

    @Test
    void a_programme_that_is_not_there_is_not_followed_and_a_head_sends_nothing() {
        assertThat(Asked.get("/bestaat-niet/gebeurtenissen").status()).isEqualTo(404);
        assertThat(Asked.get("/" + story().programme + "/gebeurtenissen?x=1").status())
                .isEqualTo(400);
        Answer head = Asked.method("HEAD", "/" + story().programme + "/gebeurtenissen");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }
}
