package nl.peildatum.command.trying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import nl.peildatum.command.Answer;
import nl.peildatum.command.CommandSideServer;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.journal.Held;
import nl.peildatum.command.rules.Entries.Entry;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionFact;
import nl.peildatum.events.Event;
import nl.peildatum.events.ProgrammeId;
import nl.peildatum.events.ReportEvent.ReportFixed;
import nl.peildatum.eventstore.Journal;
import nl.peildatum.eventstore.JournalEntry;
import nl.peildatum.reportform.Digests;
import nl.peildatum.reportform.EntryKind;
import nl.peildatum.reportform.OverviewV1;
import nl.peildatum.reportform.PlainFold;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnyTrialTest {

    private static final CommandSideServer SERVER = CommandSideServer.shared();
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate FIRST_DAY = LocalDate.parse("2025-01-01");
    private static final List<String> MOVES =
            List.of(
                    "START",
                    "VERTRAGING",
                    "HERVATTING",
                    "DOORLOPEND",
                    "AFBAKENING",
                    "AFRONDING",
                    "HEROPENING",
                    "INTREKKING");
    private static final int KINDS = 20;

    private final Journal journal = new Journal(SERVER.database().dataSource());
    private String path = "";
    private ProgrammeId programme = new ProgrammeId("geen");

    /** One thing asked of the command-side. */
    record Step(int kind, int action, int day, int value) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, KINDS),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 3))
                .as(Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(50);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void what_a_trial_says_is_what_recording_does(@ForAll("steps") List<Step> steps) {
        path = SERVER.programme();
        programme = new ProgrammeId(path.substring(path.lastIndexOf('/') + 1));
        for (int line : List.of(1, 2)) {
            SERVER.post(
                            path + "/actielijnen",
                            "{\"nummer\": %d, \"titel\": \"a\", \"langeTitel\": \"b\"}"
                                    .formatted(line))
                    .isDone(201);
        }
        for (Step step : steps) {
            if (step.kind() == KINDS) {
                fix(day(step));
            } else {
                tryAndRecord(step);
            }
        }
    }

    private static LocalDate day(Step step) {
        return FIRST_DAY.plusDays(step.day() * 7L);
    }

    private void fix(LocalDate day) {
        List<JournalEntry<Event>> entries = entries();
        OverviewV1 seen = PlainFold.overview(programme, entries, day, entries.size());
        SERVER.post(
                        path + "/rapportages",
                        """
                        {"peildatum": "%s", "bekendTot": %d, "digest": "%s", "reden": "r"}"""
                                .formatted(day, entries.size(), Digests.of(seen)))
                .isDone(201);
    }

    private void tryAndRecord(Step step) {
        String address = path + address(step);
        String body = body(step);
        List<JournalEntry<Event>> before = entries();

        Answer trial = SERVER.post(address + "?proef=true", body);

        assertThat(entries()).isEqualTo(before);
        Answer done = SERVER.post(address, body);
        if (done.status() != 201) {
            assertThat(trial.status()).as(trial.body()).isEqualTo(done.status());
            assertThat(trial.detail()).isEqualTo(done.detail());
            return;
        }
        trial.isDone(200);
        List<JournalEntry<Event>> after = entries();
        assertThat(trial.json().get("bekendTot").asInt()).isEqualTo(before.size());
        assertKindsAre(after.subList(before.size(), after.size()), trial.json().get("regels"));
        for (JsonNode count : trial.json().get("tellingen")) {
            assertThat(count.get("voor")).isEqualTo(counted(before, count));
            assertThat(count.get("na")).isEqualTo(counted(after, count));
        }
        assertThat(reports(trial)).isEqualTo(changed(before, after));
        if (!address.contains("/journaal/")) {
            assertThat(later(trial)).isEqualTo(later(before, "" + step.action(), day(step)));
        }
    }

    private static void assertKindsAre(List<JournalEntry<Event>> recorded, JsonNode rows) {
        assertThat(rows.findValues("soort"))
                .map(JsonNode::asString)
                .isEqualTo(recorded.stream().map(entry -> EntryKind.of(entry.event())).toList());
        assertThat(rows.findValues("ingangsdatum"))
                .map(JsonNode::asString)
                .isEqualTo(
                        recorded.stream()
                                .map(entry -> entry.event().basis().effectiveOn().toString())
                                .toList());
    }

    private List<JournalEntry<Event>> entries() {
        return journal.between(programme, 1, Long.MAX_VALUE);
    }

    private JsonNode counted(List<JournalEntry<Event>> entries, JsonNode count) {
        LocalDate day = LocalDate.parse(count.get("peildatum").asString());
        OverviewV1 overview = PlainFold.overview(programme, entries, day, entries.size());
        boolean ofAll = count.get("onderdeel").asString().equals("TOTAAL");
        if (!ofAll) {
            assertThat(count.get("onderdeel").asString())
                    .isEqualTo(count.get("actielijn").isNull() ? "NIET_INGEDEELD" : "ACTIELIJN");
        }
        OverviewV1.Counts counts =
                ofAll
                        ? overview.totaal()
                        : overview.aantallenPerActielijn()
                                .getOrDefault(
                                        count.get("actielijn").asString(""),
                                        new OverviewV1.Counts(0, 0, 0, 0, 0, 0));
        return JSON.valueToTree(counts);
    }

    private static List<String> reports(Answer trial) {
        return trial.json().get("rapportages").findValues("peildatum").stream()
                .map(JsonNode::asString)
                .toList();
    }

    /** The dates of fixed reports that a plain fold tells otherwise afterwards. */
    private List<String> changed(
            List<JournalEntry<Event>> before, List<JournalEntry<Event>> after) {
        return before.stream()
                .map(JournalEntry::event)
                .filter(ReportFixed.class::isInstance)
                .map(event -> ((ReportFixed) event).reportDate())
                .distinct()
                .sorted()
                .filter(day -> !said(before, day).equals(said(after, day)))
                .map(LocalDate::toString)
                .toList();
    }

    private List<Object> said(List<JournalEntry<Event>> entries, LocalDate day) {
        OverviewV1 overview = PlainFold.overview(programme, entries, day, entries.size());
        return List.of(
                overview.acties().toString().replaceAll("verbintenis=[^]]*", ""),
                overview.nietVastgelegd());
    }

    private static List<Long> later(Answer trial) {
        return trial.json().get("latere").findValues("journaalnummer").stream()
                .map(JsonNode::asLong)
                .toList();
    }

    /** The entries of an action that hold from a later day. */
    private List<Long> later(List<JournalEntry<Event>> entries, String action, LocalDate day) {
        List<Long> later = new ArrayList<>();
        for (Entry<ActionFact> entry :
                Held.timelines(entries).getOrDefault(action, ActionTimeline.EMPTY).entries()) {
            if (entry.effectiveOn().isAfter(day) && entry.number() != null) {
                later.add(entry.number());
            }
        }
        return later;
    }

    private String address(Step step) {
        return switch (step.kind()) {
            case 0, 1 -> "/acties";
            case 2 -> "/acties/%d/openingsstand".formatted(step.action());
            case 3, 4 -> "/acties/%d/toelichtingen".formatted(step.action());
            case 5, 6, 7 -> "/acties/%d/wijzigingen".formatted(step.action());
            case 8 -> "/journaal/%d/intrekkingen".formatted(ofAction(step));
            case 9, 10 -> "/journaal/%d/correcties".formatted(ofAction(step));
            default -> "/acties/%d/statuswijzigingen".formatted(step.action());
        };
    }

    /** The number of something recorded of an action, or a number that is of something else. */
    private long ofAction(Step step) {
        List<Long> facts =
                entries().stream()
                        .filter(entry -> entry.event() instanceof ActionFact)
                        .filter(
                                entry ->
                                        ((ActionEvent) entry.event())
                                                .action()
                                                .code()
                                                .equals("" + step.action()))
                        .map(JournalEntry::number)
                        .toList();
        return facts.isEmpty() ? 99_999 : facts.get((step.day() + step.value()) % facts.size());
    }

    private static String body(Step step) {
        LocalDate day = day(step);
        return switch (step.kind()) {
            case 0, 1 ->
                    """
                    {"actie": "%d", "titel": "t", "opgenomen": %s, "actielijn": %s,
                     "ingangsdatum": "%s"}"""
                            .formatted(
                                    step.action(),
                                    step.value() != 3,
                                    step.value() == 0 ? "null" : "1",
                                    day);
            case 2 ->
                    """
                    {"status": "%s", "bron": "b", "ingangsdatum": "%s"}"""
                            .formatted(step.value() < 2 ? "IN_UITVOERING" : "AFGEROND", day);
            case 3, 4 ->
                    """
                    {"toelichting": "tekst %d", "ingangsdatum": "%s"}"""
                            .formatted(step.value(), day);
            case 5 ->
                    """
                    {"actielijn": %s, "volgorde": %d, "ingangsdatum": "%s"}"""
                            .formatted(
                                    step.value() == 3 ? "null" : "" + (1 + step.value() % 2),
                                    step.value() + 1,
                                    day);
            case 6 ->
                    """
                    {"opgenomen": %s, "reden": "r", "ingangsdatum": "%s"}"""
                            .formatted(step.value() % 2 == 0, day);
            case 7 ->
                    """
                    {"titel": "titel %d", "ingangsdatum": "%s"}"""
                            .formatted(step.value(), day);
            case 8 -> "{\"reden\": \"vergissing\"}";
            case 9, 10 ->
                    "{\"reden\": \"vergissing\", \"als\": {\"ingangsdatum\": \"%s\"}}"
                            .formatted(day);
            default ->
                    """
                    {"soort": "%s", "reden": "r", "ingangsdatum": "%s"}"""
                            .formatted(MOVES.get((step.kind() + step.value()) % 8), day);
        };
    }
}
