package nl.peildatum.command.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.peildatum.command.action.StatusChanges;
import nl.peildatum.command.rules.Refusal;
import nl.peildatum.command.rules.Refusal.Subject;
import nl.peildatum.command.status.Move;
import nl.peildatum.command.status.Standing;
import nl.peildatum.events.ActionEvent;
import nl.peildatum.events.ActionEvent.ActionStarted;
import nl.peildatum.events.ActionId;
import nl.peildatum.events.Basis;
import nl.peildatum.events.LinkKind;
import nl.peildatum.events.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence exists, is used, and comes out whole. */
class SentencesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 11, 30);
    private static final ActionEvent ENTRY =
            new ActionStarted(
                    ActionId.of("programma/22"), new Basis(DAY, "subject-1", null), null, null);
    private static final Pattern USED = Pattern.compile("Wordings\\.of\\(\\s*\"([^\"]+)\"");
    private static final Pattern TEXT =
            Pattern.compile("\"((?:refusal|import|sealing)\\.[^\"]+)\"");
    private static final Pattern LEFT_OVER = Pattern.compile("\\{\\d|\\bnull\\b|''");

    private static Set<String> keys() {
        return new TreeSet<>(sentences().keySet());
    }

    private static ResourceBundle sentences() {
        return ResourceBundle.getBundle(Wordings.BUNDLE, Locale.of("nl"));
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        for (Path source : sources) {
            String text = Files.readString(source);
            for (Pattern pattern : List.of(USED, TEXT)) {
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
        return used;
    }

    @Test
    void every_key_that_is_used_exists_and_every_key_that_exists_is_used() throws IOException {
        Set<String> needed = new TreeSet<>();
        for (String key : used()) {
            if (!key.endsWith(".")) {
                needed.add(key);
                continue;
            }
            switch (key) {
                case "standing." -> Stream.of(Standing.values()).forEach(s -> needed.add(key + s));
                case "move." -> Stream.of(Move.values()).forEach(m -> needed.add(key + m));
                default -> Stream.of(Subject.values()).forEach(s -> needed.add(key + s));
            }
        }
        assertThat(keys()).isEqualTo(needed);
    }

    static List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            refusals.add(new Refusal.Unknown(subject, "22"));
            refusals.add(new Refusal.AlreadyExists(subject, "22"));
            refusals.add(new Refusal.NotYetRecorded(subject, "22", DAY.minusDays(1), DAY));
        }
        for (Move move : Move.values()) {
            for (Standing standing : Standing.values()) {
                refusals.add(
                        new Refusal.IllegalMove(
                                "22", move, standing, DAY, Move.allowedFrom(standing)));
            }
        }
        refusals.add(new Refusal.InFuture(DAY.plusDays(1), DAY));
        refusals.add(new Refusal.TooEarly(DAY, DAY.plusDays(1)));
        refusals.add(new Refusal.YearsOutside(new TreeSet<>(List.of(1999, 2031)), 2024, 2027));
        refusals.add(new Refusal.CompletedBefore(DAY, DAY.plusDays(1)));
        refusals.add(new Refusal.ReasonForNothing("22"));
        refusals.add(new Refusal.LinkedTooEarly("23", DAY, DAY.plusDays(1)));
        refusals.add(new Refusal.Contradicts("22", 1234L, ENTRY, DAY, EnumSet.of(Move.START)));
        refusals.add(new Refusal.Contradicts("22", null, ENTRY, DAY, Set.of()));
        refusals.add(new Refusal.AlreadyHasStatus("22", 1234L, DAY));
        refusals.add(new Refusal.AlreadyHasStatus("22", null, DAY));
        refusals.add(new Refusal.NotDelayed("22", DAY));
        refusals.add(new Refusal.VersionPassed(1234, 1235));
        refusals.add(new Refusal.UnknownEntry("1234"));
        refusals.add(new Refusal.Retracted(1234, 1235));
        refusals.add(new Refusal.Retracted(1234, 1234));
        refusals.add(new Refusal.CorrectionUnfit(1234, 1235L, ENTRY, DAY));
        refusals.add(new Refusal.CorrectionUnfit(1234, 1234L, ENTRY, DAY));
        refusals.add(new Refusal.RestsOn(1234, 1235L, ENTRY));
        refusals.add(new Refusal.OtherKind(1234, ENTRY));
        refusals.add(new Refusal.YearInUse(2027, "22", 1234L));
        refusals.add(new Refusal.Stays(1));
        refusals.add(new Refusal.ReasonNeeded(Move.DELAY, 1234L));
        refusals.add(new Refusal.ReasonNeeded(Move.DELAY, null));
        refusals.add(new Refusal.NoText(1234));
        refusals.add(new Refusal.AlreadyErased(1234, 1235));
        refusals.add(new Refusal.AnotherReport(DAY));
        refusals.add(new Refusal.NothingProposed(DAY));
        refusals.add(new Refusal.SameSubject(DAY));
        return refusals;
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_refusal_is_a_whole_sentence(Refusal refusal) {
        String sentence = RefusalSentences.of(refusal);
        assertThat(sentence).doesNotContainPattern(LEFT_OVER).endsWith(".");
        assertThat(sentence.substring(0, 1)).isUpperCase();
        assertThat(sentence).doesNotContain("1.234");
    }

    @Test
    void a_retraction_is_not_said_to_have_retracted_itself() {
        assertThat(RefusalSentences.of(new Refusal.Retracted(14, 14)))
                .isEqualTo(
                        "Regel 14 is zelf een intrekking; die kunt u niet corrigeren of intrekken."
                                + " Leg opnieuw vast wat er geldt.");
        assertThat(RefusalSentences.of(new Refusal.Retracted(12, 14)))
                .startsWith("Regel 12 is ingetrokken met regel 14;");
    }

    @Test
    void no_kind_of_refusal_is_forgotten_here() {
        assertThat(refusals().stream().<Class<?>>map(Refusal::getClass).distinct())
                .containsExactlyInAnyOrder(Refusal.class.getPermittedSubclasses());
    }

    @Test
    void every_sentence_comes_out_whole_with_its_arguments() {
        for (String key : keys()) {
            if (!sentences().getString(key).contains("{0,choice")) {
                assertThat(Wordings.of(key, "een", "twee", "drie", "vier", "vijf"))
                        .as(key)
                        .doesNotContainPattern(LEFT_OVER)
                        .isNotBlank();
            }
        }
        assertThat(Wordings.of("import.unreadable", 1)).contains("1 fout;");
        assertThat(Wordings.of("import.unreadable", 12)).contains("12 fouten;");
        assertThat(Wordings.of("import.obstacles", 1)).startsWith("1 regel kan niet");
        assertThat(Wordings.of("import.obstacles", 2)).startsWith("2 regels kunnen niet");
    }

    @Test
    void every_word_of_the_interface_is_there_once() {
        assertThat(StatusChanges.byCode()).hasSize(Move.values().length);
        assertThat(Codes.STATUSES)
                .hasSize(Status.values().length)
                .containsOnlyKeys(
                        "AFGEROND",
                        "IN_UITVOERING",
                        "IN_UITVOERING_VERTRAGING",
                        "DOORLOPEND",
                        "NOG_NIET_GESTART");
        assertThat(Codes.LINKS)
                .hasSize(LinkKind.values().length)
                .containsOnlyKeys("VALT_SAMEN_MET", "SAMEN_MET", "VOLGT_OP", "GEKOPPELD_AAN");
    }
}
