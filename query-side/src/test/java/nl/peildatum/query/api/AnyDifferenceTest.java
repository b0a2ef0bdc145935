package nl.peildatum.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import nl.peildatum.query.versions.AnyHistory;
import nl.peildatum.query.versions.AnyHistory.Change;
import tools.jackson.databind.JsonNode;

class AnyDifferenceTest {
    private static final Map<String, String> STATUS_COUNTS =
            Map.of(
                    "AFGEROND", "afgerond",
                    "IN_UITVOERING", "inUitvoering",
                    "IN_UITVOERING_VERTRAGING", "inUitvoeringVertraging",
                    "DOORLOPEND", "doorlopend",
                    "NOG_NIET_GESTART", "nogNietGestart");

    @Provide
    Arbitrary<List<Change>> changes() {
        return AnyHistory.changes();
    }

    /** Two days and two shares, out of a thousand, of what is recorded; each in any order. */
    record Question(int oneDay, int otherDay, int oneKnown, int otherKnown) {}

    @Provide
    Arbitrary<List<Question>> questions() {
        Arbitrary<Integer> day = Arbitraries.integers().between(-1, AnyHistory.DAYS);
        Arbitrary<Integer> known = Arbitraries.integers().between(0, 1000);
        return Combinators.combine(day, day, known, known).as(Question::new).list().ofSize(4);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void every_difference_adds_up_and_is_explained_by_entries(
            @ForAll("changes") List<Change> changes,
            @ForAll("questions") List<Question> questions) {
        Story story = Story.of(programme -> AnyHistory.of(programme, changes));
        JsonNode journal = story.ask("/journaal?aantal=1000").json("/regels");
        for (Question question : questions) {
            assertAddsUp(story, journal, question);
        }
    }

    private static void assertAddsUp(Story story, JsonNode journal, Question question) {
        long head = story.head();
        long known1 = Math.min(question.oneKnown(), question.otherKnown()) * head / 1000;
        long known2 = Math.max(question.oneKnown(), question.otherKnown()) * head / 1000;
        LocalDate day1 =
                AnyHistory.FIRST_DAY.plusDays(Math.min(question.oneDay(), question.otherDay()));
        LocalDate day2 =
                AnyHistory.FIRST_DAY.plusDays(Math.max(question.oneDay(), question.otherDay()));

        JsonNode answer =
                story.ask(
                                "/verschillen?van=%s&tot=%s&bekendTotVan=%s&bekendTotTot=%s"
                                        .formatted(day1, day2, known1, known2))
                        .json();

        assertThat(counts(answer, "van")).isEqualTo(dashboard(story, day1, known1));
        assertThat(counts(answer, "tot")).isEqualTo(dashboard(story, day2, known2));
        assertThat(sum(counts(answer, "van"), counts(answer, "gecorrigeerd")))
                .isEqualTo(dashboard(story, day1, known2));
        assertThat(
                        sum(
                                counts(answer, "van"),
                                counts(answer, "gecorrigeerd"),
                                counts(answer, "verplaatst"),
                                counts(answer, "toegetreden"),
                                counts(answer, "uitgetreden")))
                .isEqualTo(counts(answer, "tot"));
        for (String part : List.of("verplaatst", "toegetreden", "uitgetreden", "gecorrigeerd")) {
            assertThat(told(answer, part)).as(part).isEqualTo(counts(answer, part));
        }
        for (String list :
                List.of("verplaatsingen", "toegetreden", "uitgetreden", "gecorrigeerd")) {
            for (JsonNode one : answer.get(list)) {
                assertExplained(one, journal, list.equals("gecorrigeerd") ? known1 + 1 : 1, known2);
            }
        }
    }

    private static void assertExplained(JsonNode one, JsonNode journal, long first, long last) {
        String action = one.get("actie").asString();
        assertThat(one.get("zin").asString()).startsWith("Actie " + action).matches(".*[.’]");
        assertThat(one.get("journaalnummers")).as(one.toString()).isNotEmpty();
        for (JsonNode number : one.get("journaalnummers")) {
            assertThat(number.asLong()).isBetween(first, last);
            JsonNode entry = journal.get(number.asInt() - 1);
            assertThat(
                            (entry.get("actie").isNull() ? entry.get("soort") : entry.get("actie"))
                                    .asString())
                    .isIn(
                            action,
                            "ACTIELIJN_VASTGESTELD",
                            "ACTIELIJN_HERZIEN",
                            "CORRECTIE",
                            "RETRACTIE");
        }
    }

    /** The counts that are not zero, by line and name. */
    private static Map<String, Integer> counts(JsonNode answer, String part) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode row : answer.get("tellingen")) {
            put(
                    counts,
                    switch (row.get("onderdeel").asString()) {
                        case "TOTAAL" -> "totaal";
                        case "NIET_INGEDEELD" -> "geen";
                        default -> row.get("actielijn").asString();
                    },
                    row.get("telling").asString(),
                    row.get(part).asInt());
        }
        return counts;
    }

    private static Map<String, Integer> dashboard(Story story, LocalDate day, long known) {
        JsonNode answer =
                story.ask("/dashboard?peildatum=%s&bekendTot=%s".formatted(day, known)).json();
        Map<String, Integer> counts = new TreeMap<>();
        answer.get("totaal")
                .properties()
                .forEach(count -> put(counts, "totaal", count.getKey(), count.getValue().asInt()));
        for (JsonNode line : answer.get("actielijnen")) {
            JsonNode number = line.get("nummer");
            line.get("aantallen")
                    .properties()
                    .forEach(
                            count ->
                                    put(
                                            counts,
                                            number.isNull() ? "geen" : number.asString(),
                                            count.getKey(),
                                            count.getValue().asInt()));
        }
        return counts;
    }

    private static void put(Map<String, Integer> counts, String line, String name, int count) {
        if (count != 0) {
            counts.put(line + " " + name, count);
        }
    }

    @SafeVarargs
    private static Map<String, Integer> sum(Map<String, Integer>... parts) {
        Map<String, Integer> sum = new TreeMap<>();
        for (Map<String, Integer> part : parts) {
            part.forEach((count, more) -> sum.merge(count, more, Integer::sum));
        }
        sum.values().removeIf(count -> count == 0);
        return sum;
    }

    /** What the actions behind a part make of it by themselves. */
    private static Map<String, Integer> told(JsonNode answer, String part) {
        Map<String, JsonNode> actions = new HashMap<>();
        for (JsonNode one : answer.get(part.equals("verplaatst") ? "verplaatsingen" : part)) {
            actions.put(one.get("actie").asString(), one);
        }
        List<Map<String, Integer>> effects = new ArrayList<>();
        for (JsonNode one : actions.values()) {
            effects.add(place(one.get("telde"), -1));
            effects.add(place(one.get("telt"), 1));
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map<String, Integer>[] all = effects.toArray(new Map[0]);
        return sum(all);
    }

    private static Map<String, Integer> place(JsonNode place, int change) {
        if (place.isNull()) {
            return Map.of();
        }
        Map<String, Integer> effect = new TreeMap<>();
        JsonNode line = place.get("actielijn");
        for (String where : Set.of("totaal", line.isNull() ? "geen" : line.asString())) {
            put(effect, where, "acties", change);
            put(
                    effect,
                    where,
                    STATUS_COUNTS.getOrDefault(place.get("status").asString(), "onbekend"),
                    change);
        }
        return effect;
    }
}
