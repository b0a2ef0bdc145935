package nl.peildatum.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.peildatum.command.action.ActionCommand;
import nl.peildatum.command.action.ActionDecisions;
import nl.peildatum.command.action.ActionState;
import nl.peildatum.command.action.ActionTimeline;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.importing.Proposal.Row;
import nl.peildatum.command.programme.ProgrammeState;
import nl.peildatum.command.rules.Bounds;
import nl.peildatum.command.rules.Command;
import nl.peildatum.command.sheet.Sheet;
import nl.peildatum.command.sheet.Update;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent.ActionPlanned;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.ProgrammeId;

class UpdatingTest {

    private static final ProgrammeId PROGRAMME = new ProgrammeId("programma");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate TODAY = FIRST.plusDays(20);
    private static final Bounds BOUNDS = ProgrammeState.EMPTY.bounds(TODAY);
    private static final int ACTIONS = 6;

    @Property(tries = 500)
    void what_is_carried_out_gives_what_each_row_asked_for_on_its_date(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, ActionTimeline> held = history(random);
        List<Update> updates = new ArrayList<>();
        for (String code : held.keySet()) {
            if (random.nextInt(4) > 0) {
                updates.add(update(random, code, updates.size() + 2));
            }
        }
        Updating sheet =
                new Updating(
                        PROGRAMME,
                        new Sheet(updates, "proef"),
                        TODAY,
                        TODAY,
                        "subject",
                        Answers.NONE,
                        null,
                        null);

        Proposal proposal = sheet.propose(ProgrammeState.EMPTY, held);
        Map<String, ActionTimeline> after = carriedOut(proposal, held);

        for (Update update : updates) {
            List<Row> rows =
                    proposal.rows().stream()
                            .filter(row -> update.action().equals(row.action()))
                            .toList();
            ActionState before = on(held, update);
            if (rows.stream().allMatch(Row::executable)) {
                ActionState then = on(after, update);
                assertThat(then.standing())
                        .isEqualTo(update.status() == null ? before.standing() : update.status());
                assertThat(then.explanation())
                        .isEqualTo(
                                update.explanation() == null
                                        ? before.explanation()
                                        : update.explanation());
            }
            if (update.status() == before.standing() && update.explanation() == null) {
                assertThat(rows)
                        .allMatch(
                                row ->
                                        update.reason() != null
                                                && row.kind().equals(Updating.NOT_TAKEN_OVER)
                                                && !row.executable());
            }
        }
        assertThat(
                        sheet.propose(ProgrammeState.EMPTY, after)
                                .without(standingInTheWay(proposal))
                                .rows())
                .isEmpty();
        held.forEach(
                (code, timeline) -> {
                    if (updates.stream().noneMatch(update -> update.action().equals(code))) {
                        assertThat(after.get(code)).isEqualTo(timeline);
                    }
                });
    }

    /** As an import does it: of an action all rows or, when one cannot be carried out, none. */
    private static Map<String, ActionTimeline> carriedOut(
            Proposal proposal, Map<String, ActionTimeline> held) {
        Proposal whole = proposal.without(standingInTheWay(proposal));
        assertThat(whole.obstacles()).isEmpty();
        Map<String, ActionTimeline> after = new LinkedHashMap<>(held);
        for (Command command : whole.commands()) {
            ActionCommand change = (ActionCommand) command;
            ActionTimeline timeline = Objects.requireNonNull(after.get(change.action().code()));
            ActionDecisions.decide(timeline, change, BOUNDS)
                    .orRefuse()
                    .ifPresent(event -> after.put(change.action().code(), timeline.with(event)));
        }
        return after;
    }

    private static Set<String> standingInTheWay(Proposal proposal) {
        return proposal.obstacles().stream()
                .map(row -> String.valueOf(row.action()))
                .collect(Collectors.toSet());
    }

    private static ActionState on(Map<String, ActionTimeline> timelines, Update update) {
        return Objects.requireNonNull(timelines.get(update.action())).on(update.on()).orElseThrow();
    }

    private static Map<String, ActionTimeline> history(Random random) {
        Map<String, ActionTimeline> timelines = new LinkedHashMap<>();
        for (int number = 1; number <= ACTIONS; number++) {
            ActionId id = new ActionId(PROGRAMME, String.valueOf(number));
            ActionTimeline timeline =
                    ActionTimeline.EMPTY.with(
                            new ActionPlanned(
                                    id,
                                    id.code(),
                                    "Titel",
                                    null,
                                    new TreeSet<>(),
                                    true,
                                    null,
                                    null,
                                    new Basis(FIRST, "subject", null),
                                    null,
                                    "oud"));
            LocalDate day = FIRST;
            for (int move = random.nextInt(6); move > 0; move--) {
                day = day.plusDays(random.nextInt(4));
                Standing standing = timeline.on(day).orElseThrow().standing();
                List<Move> allowed = List.copyOf(Move.allowedFrom(standing));
                if (!allowed.isEmpty()) {
                    ActionCommand command =
                            StatusChanges.command(
                                    allowed.get(random.nextInt(allowed.size())),
                                    id,
                                    new Basis(day, "subject", null),
                                    "reden",
                                    null,
                                    null);
                    timeline =
                            timeline.with(
                                    ActionDecisions.decide(timeline, command, BOUNDS)
                                            .orRefuse()
                                            .orElseThrow());
                }
            }
            timelines.put(id.code(), timeline);
        }
        return timelines;
    }

    private static Update update(Random random, String code, int row) {
        Standing[] standings = Standing.values();
        return new Update(
                row,
                code,
                FIRST.plusDays(random.nextInt(21)),
                null,
                random.nextInt(4) == 0 ? null : standings[random.nextInt(standings.length)],
                random.nextInt(3) == 0 ? null : "reden",
                random.nextInt(3) == 0 ? "nieuw" : null,
                null,
                Map.of(),
                Set.of());
    }
}
