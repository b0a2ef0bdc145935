package nl.peildatum.query.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.eventstore.StoredEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fixed reports among entries that pass by. What somebody changed may not be readable any more;
 * it is for the verifier to say so, so here it is no more than passed over.
 */
final class FixedReports {

    private static final String FIXED = "report-fixed";

    private final JsonMapper json;
    private final List<Report> reports = new ArrayList<>();

    FixedReports(JsonMapper json) {
        this.json = json;
    }

    /** What was fixed; {@code supersededBy} is null for the one that holds. */
    record Report(
            long number,
            String reportDate,
            long knownUpTo,
            String form,
            String digest,
            @Nullable Long supersededBy) {

        private Report by(@Nullable Long later) {
            return new Report(number, reportDate, knownUpTo, form, digest, later);
        }
    }

    void pass(StoredEntry entry) {
        if (entry.name().equals(FIXED)) {
            try {
                JsonNode facts = json.readTree(entry.facts());
                reports.add(
                        new Report(
                                entry.number(),
                                facts.path("reportDate").asString(""),
                                facts.path("knownUpTo").asLong(0),
                                facts.path("form").asString(""),
                                facts.path("digest").asString(""),
                                null));
            } catch (JacksonException unreadable) {
                return;
            }
        }
    }

    /** Those that passed, in journal order. */
    List<Report> all() {
        Map<String, Long> later = new HashMap<>();
        List<Report> all = new ArrayList<>();
        for (Report report : reports.reversed()) {
            all.addFirst(report.by(later.put(report.reportDate(), report.number())));
        }
        return all;
    }
}
