package nl.peildatum.query.checking;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the last check of everything found, of each journal and of the audit log, whichever node did
 * it: read on from the audit log. Also in figures for whoever watches the system.
 */
@Component
class LastChecks {

    /** What the audit log itself is called among the programmes. */
    static final String AUDIT_LOG = "auditlog";

    private static final Logger LOG = LoggerFactory.getLogger(LastChecks.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "peildatum.journaal.controle";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MeterRegistry meters;
    private final MultiGauge deviations;
    private final MultiGauge looked;
    private final MultiGauge age;
    private final Map<String, Last> bySubject = new TreeMap<>();
    private final Map<String, String> days = new HashMap<>();
    private long read;

    LastChecks(DataSource dataSource, Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
        jdbc = JdbcClient.create(dataSource);
        deviations = gauge("afwijkingen", "Afwijkingen bij de laatste volledige controle");
        looked = gauge("regels", "Regels die de laatste volledige controle narekende");
        age = gauge("ouderdom.seconds", "Seconden sinds de laatste volledige controle");
    }

    private MultiGauge gauge(String what, String description) {
        return MultiGauge.builder(NAME + "." + what).description(description).register(meters);
    }

    /** A check of everything. */
    record Last(Instant at, long looked, long head, long deviations) {}

    /** Of each programme with a check, and of the audit log, the last one. */
    synchronized Map<String, Last> bySubject() {
        jdbc.sql(
                        """
                        SELECT number, recorded_at, content FROM events.audit
                        WHERE number > ? AND kind = 'CONTROLE' ORDER BY number""")
                .param(read)
                .query(
                        (row) -> {
                            read = row.getLong("number");
                            take(
                                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                                    row.getBytes("content"));
                        });
        return Map.copyOf(bySubject);
    }

    /** Whether the check of a day was done, be it on another node. */
    synchronized boolean isDone(@Nullable String programme, LocalDate day) {
        bySubject();
        return day.toString().equals(days.get(programme == null ? AUDIT_LOG : programme));
    }

    /** The day of the last daily check, which ends with the audit log; null where none was. */
    synchronized @Nullable LocalDate day() {
        bySubject();
        String day = days.get(AUDIT_LOG);
        return day == null ? null : LocalDate.parse(day);
    }

    private void take(Instant at, byte[] content) {
        try {
            take(at, JSON.readTree(content));
        } catch (JacksonException tampered) {
            LOG.warn("Een regel van het auditlog is niet te lezen; de controle ervan zegt welke.");
        }
    }

    private void take(Instant at, JsonNode content) {
        boolean journal = content.path("onderwerp").asString("").equals("JOURNAAL");
        String subject = journal ? content.path("programma").asString("") : AUDIT_LOG;
        long found = content.path("afwijkingen").asLong(0);
        Tags about = Tags.of("programma", subject);
        Timer.builder(NAME + ".duur")
                .description("Hoe lang controles duurden")
                .tags(about)
                .tag("uitkomst", found == 0 ? "in_orde" : "afwijking")
                .register(meters)
                .record(Duration.ofMillis(content.path("duurMillis").asLong(0)));
        if (content.has("dag")) {
            days.put(subject, content.path("dag").asString(""));
        }
        if (content.path("volledig").asBoolean(false)) {
            bySubject.put(
                    subject,
                    new Last(
                            at,
                            content.path("gecontroleerd").asLong(0),
                            content.path("hoofd").asLong(0),
                            found));
        }
    }

    /** Takes in what other nodes checked as well. */
    @Scheduled(fixedDelay = 60_000)
    void refresh() {
        Map<String, Last> last = bySubject();
        deviations.register(rows(last, Last::deviations), true);
        looked.register(rows(last, Last::looked), true);
        age.register(
                last.entrySet().stream()
                        .<MultiGauge.Row<?>>map(
                                entry ->
                                        MultiGauge.Row.of(
                                                Tags.of("programma", entry.getKey()),
                                                entry.getValue().at(),
                                                this::secondsSince))
                        .toList(),
                true);
    }

    private double secondsSince(Instant at) {
        return Duration.between(at, clock.instant()).toMillis() / 1000.0;
    }

    private static List<MultiGauge.Row<?>> rows(
            Map<String, Last> last, ToLongFunction<Last> value) {
        return last.entrySet().stream()
                .<MultiGauge.Row<?>>map(
                        entry ->
                                MultiGauge.Row.of(
                                        Tags.of("programma", entry.getKey()),
                                        value.applyAsLong(entry.getValue())))
                .toList();
    }
}
