package nl.peildatum.api;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import nl.peildatum.contract.Contract;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A tiny side that keeps the rules, on a real Tomcat. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({ApiRules.class, Side.Things.class, Side.Refusals.class})
class Side {

    static ServletWebServerApplicationContext start(String... properties) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=0");
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--spring.main.banner-mode=off");
        Arrays.stream(properties).map(p -> "--" + p).forEach(arguments::add);
        return (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(Side.class).run(arguments.toArray(String[]::new));
    }

    @Bean
    Contract contract() {
        return Contract.read(Side.class, "side.yaml");
    }

    @Bean
    AccessRules accessRules(Contract contract) {
        return new AccessRules(contract, Set.of("GET", "POST"));
    }

    @Bean
    ProblemTranslation translation() {
        return e ->
                e instanceof ArithmeticException
                        ? Optional.of(Problem.conflict("Delen door nul kan niet."))
                        : Optional.empty();
    }

    @Bean
    FilterRegistrationBean<Filter> brokenFilter() {
        FilterRegistrationBean<Filter> filter =
                new FilterRegistrationBean<>(
                        (request, response, chain) -> {
                            String query = ((HttpServletRequest) request).getQueryString();
                            if ("filter=gooit".equals(query)) {
                                throw new IllegalStateException("geheime SELECT uit een filter");
                            }
                            if ("filter=meldt".equals(query)) {
                                ((HttpServletResponse) response).sendError(418, "geheim");
                                return;
                            }
                            if ("filter=error".equals(query)) {
                                throw new StackOverflowError();
                            }
                            chain.doFilter(request, response);
                        });
        filter.setOrder(50);
        return filter;
    }

    static class Refusals {
        final List<AccessRefused> seen = new java.util.concurrent.CopyOnWriteArrayList<>();

        @EventListener
        void on(AccessRefused refused) {
            seen.add(refused);
        }
    }

    record Thing(String zon, @Nullable String aap, Instant moment, LocalDate datum) {}

    static class Away extends java.sql.SQLException {
        Away() {
            super("FATAL: terminating connection", "57P01");
        }
    }

    @RestController
    @RequestMapping("/api/v1")
    static class Things {

        @GetMapping("/open/ding")
        Thing thing(Asked asked) {
            asked.nothing();
            return new Thing(
                    "z", null, Instant.parse("2026-11-23T10:00:00Z"), LocalDate.of(2026, 1, 2));
        }

        @GetMapping("/open/wie")
        Map<String, Object> who() {
            Caller caller = Caller.current();
            return Map.of(
                    "subject",
                    String.valueOf(caller.subject()),
                    "roles",
                    caller.roles().toString());
        }

        record Search(@Nullable LocalDate peildatum, @Nullable Instant bekendOp) {}

        @GetMapping("/open/zoek")
        String search(Asked asked) {
            Search search = asked.query(Search.class);
            return search.peildatum() + " " + search.bekendOp();
        }

        @GetMapping("/open/nummer/{nummer}")
        long number(@PathVariable long nummer) {
            return nummer;
        }

        @GetMapping("/open/stuk")
        String broken() {
            throw new IllegalStateException("SELECT geheim FROM tabel");
        }

        @GetMapping("/open/zegt")
        String says(@RequestParam String wat) {
            LoggerFactory.getLogger(Side.class).warn("Gezegd: {}", wat);
            throw new IllegalStateException(wat, new IllegalArgumentException(wat));
        }

        @GetMapping("/open/dicht")
        String closed() throws Exception {
            throw new IllegalStateException(
                    "Unable to rollback", new java.sql.SQLException("Connection is closed"));
        }

        @GetMapping("/open/weg")
        String away() throws Exception {
            throw new IllegalStateException("x", new Away());
        }

        @GetMapping("/open/deel")
        String divide() {
            throw new IllegalStateException("om", new ArithmeticException("/ by zero"));
        }

        @GetMapping("/open/verpakt")
        String wrapped() {
            throw new IllegalStateException(
                    Problem.conflict("Kan niet.", Map.of("toegestaan", List.of("START"))));
        }

        @GetMapping(value = "/open/vormen", produces = "text/csv")
        String forms() {
            return "a;b";
        }

        @GetMapping(value = "/open/stroom", produces = "text/event-stream")
        SseEmitter stream() throws IOException {
            SseEmitter emitter = new SseEmitter(5000L);
            emitter.send("een");
            new Thread(
                            () -> {
                                try {
                                    Thread.sleep(700);
                                    emitter.send("twee");
                                    emitter.complete();
                                } catch (IOException | InterruptedException e) {
                                    emitter.completeWithError(e);
                                }
                            })
                    .start();
            return emitter;
        }

        @GetMapping("/open/zip")
        ResponseEntity<StreamingResponseBody> zip() {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("application/zip"))
                    .body(out -> out.write(new byte[] {1, 2, 3}));
        }

        @GetMapping("/open/afgebroken")
        ResponseEntity<StreamingResponseBody> brokenOff() {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("application/zip"))
                    .body(
                            out -> {
                                out.write(new byte[100_000]);
                                throw new IllegalStateException("SELECT halverwege");
                            });
        }

        @GetMapping(value = "/open/later", produces = "text/plain")
        Callable<String> later() {
            return () -> "later";
        }

        @GetMapping(value = "/open/laterstuk", produces = "text/plain")
        Callable<String> laterBroken() {
            return () -> {
                throw new IllegalStateException("SELECT later");
            };
        }

        @GetMapping(value = "/open/schrijf")
        void write(HttpServletResponse response) throws IOException {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write("één");
            response.flushBuffer();
        }

        record Titled(String titel) {}

        @PostMapping("/open/invoer")
        ResponseEntity<String> input(Asked asked) {
            return ResponseEntity.status(201).body(asked.body(Titled.class).titel());
        }

        @PostMapping(value = "/open/bestand", consumes = "text/markdown")
        String upload(Upload upload) {
            return upload.type() + " " + new String(upload.bytes(), StandardCharsets.UTF_8);
        }

        @GetMapping("/dingen")
        String things() {
            return String.valueOf(Caller.current().subject());
        }

        @PostMapping("/dingen")
        String make() {
            return Caller.current().actor();
        }

        @GetMapping("/geheim/{naam}")
        String secret(@PathVariable String naam) {
            throw Problem.unknown("Er is geen geheim " + naam + ".");
        }

        @GetMapping("/vergeten")
        String forgotten() {
            return "nooit te zien";
        }
    }
}
