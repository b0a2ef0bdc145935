package nl.peildatum.portal.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.portal.actions.WordChange;
import nl.peildatum.portal.counts.Counts;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.recording.Value;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a document would change, as the interface tells it.
 *
 * @param gelezenAls how a sheet was read
 */
public record Proposal(
        List<Row> regels,
        List<Remark> opmerkingen,
        List<Question> vragen,
        @Nullable String gelezenAls,
        Balance aansluiting,
        String voorstel) {

    private static final String NOT_PRINTED = "NIET_VERMELD";

    /** A change, or something that is only told. */
    public record Row(
            @Nullable String actie,
            @Nullable Integer actielijn,
            String soort,
            @Nullable JsonNode huidig,
            @Nullable JsonNode voorgesteld,
            @Nullable LocalDate ingangsdatum,
            @Nullable String reden,
            boolean uitvoerbaar,
            @Nullable String melding,
            @Nullable Integer regel) {

        boolean notPrinted() {
            return soort.equals(NOT_PRINTED);
        }

        @Nullable String title() {
            return voorgesteld == null ? null : voorgesteld.path("titel").asString(null);
        }

        /** What of it changes. */
        public String what() {
            return Words.of(Words.has("soort." + soort) ? "soort." + soort : "soort.status");
        }

        public String now() {
            return Value.told(huidig, isStatus());
        }

        public String then() {
            return Value.told(voorgesteld, isStatus());
        }

        private boolean isStatus() {
            return !Words.has("soort." + soort) || soort.equals("OPENINGSSTAND");
        }

        /** Whether it is something new of more than one field. */
        public boolean isNew() {
            return (huidig == null || huidig.isNull())
                    && voorgesteld != null
                    && voorgesteld.isObject();
        }

        /** What went and what came of a text; nothing where it is no other text. */
        public List<WordChange> difference() {
            return soort.equals("TOELICHTING")
                            && huidig != null
                            && huidig.isString()
                            && voorgesteld != null
                            && voorgesteld.isString()
                    ? WordChange.between(huidig.asString(), voorgesteld.asString())
                    : List.of();
        }

        /** What else there is to know about it. */
        public List<String> notes(@Nullable String reportDate) {
            List<String> notes = new ArrayList<>();
            if (melding != null) {
                notes.add(melding);
            }
            if (ingangsdatum != null && !ingangsdatum.toString().equals(reportDate)) {
                notes.add(Words.of("voorstel.vanaf", Words.date(ingangsdatum)));
            }
            if (reden != null) {
                notes.add(Words.of("actie.omdat", reden));
            }
            return notes;
        }
    }

    /** Something about the document that is told and needs nothing. */
    public record Remark(String plaats, String melding) {}

    /** What the document leaves open. */
    public record Question(
            String soort,
            String actie,
            List<String> kandidaten,
            String melding,
            List<String> antwoordMet) {}

    /** What is printed, what was counted in the document, and what will be counted. */
    public record Balance(
            @Nullable Sums gedrukt,
            @Nullable Sums geteld,
            @Nullable Sums straks,
            List<Difference> verschillen) {

        public Balance {
            verschillen = List.copyOf(Objects.requireNonNullElse(verschillen, List.of()));
        }

        /** Whether the count of a line will differ from what the document says. */
        public boolean differs() {
            return geteld != null && straks != null && !geteld.byLine().equals(straks.byLine());
        }

        /** The sentence to agree with. */
        String deviation() {
            Counts printed = gedrukt == null ? null : gedrukt.totaal();
            Counts then = straks == null ? null : straks.totaal();
            return printed == null || then == null || printed.acties() == then.acties()
                    ? Words.of("voorstel.anders")
                    : Words.of("voorstel.neemOver", then.acties(), printed.acties());
        }

        /** The counts beside one another: all of the total, and of a line what differs. */
        public List<Beside> beside() {
            List<Beside> rows = new ArrayList<>();
            add(rows, Words.of("gevolg.totaal"), Sums::totaal, true);
            Set<@Nullable Integer> lines = new LinkedHashSet<>();
            for (Sums sums : parts()) {
                sums.actielijnen().forEach(line -> lines.add(line.nummer()));
            }
            for (Integer line : lines) {
                add(
                        rows,
                        line == null ? Words.of("lijn.geen") : Words.of("lijn.nummer", line),
                        sums -> sums.ofLine(line),
                        false);
            }
            return rows;
        }

        private List<Sums> parts() {
            List<Sums> parts = new ArrayList<>();
            for (Sums sums : new @Nullable Sums[] {gedrukt, geteld, straks}) {
                if (sums != null) {
                    parts.add(sums);
                }
            }
            return parts;
        }

        private void add(
                List<Beside> rows,
                String part,
                Function<Sums, @Nullable Counts> counts,
                boolean all) {
            Counts printed = gedrukt == null ? null : counts.apply(gedrukt);
            Counts counted = geteld == null ? null : counts.apply(geteld);
            Counts then = straks == null ? null : counts.apply(straks);
            rows.add(Beside.of(part, null, printed, counted, then));
            for (StatusCode status : Counts.STATUSES) {
                Beside row = Beside.of(part, status, printed, counted, then);
                if (all || row.differs()) {
                    rows.add(row);
                }
            }
        }
    }

    /** A count as it is printed, as it was counted, and as it will be; empty where it is not. */
    public record Beside(String what, String printed, String counted, String then) {

        static Beside of(
                String part,
                @Nullable StatusCode status,
                @Nullable Counts printed,
                @Nullable Counts counted,
                @Nullable Counts then) {
            String what = status == null ? part : Words.of("gevolg.veld", part, status.word());
            return new Beside(
                    what, number(printed, status), number(counted, status), number(then, status));
        }

        private static String number(@Nullable Counts counts, @Nullable StatusCode status) {
            if (counts == null) {
                return "";
            }
            return String.valueOf(status == null ? counts.acties() : counts.of(status));
        }

        /** Whether what there is of the three is not one number. */
        public boolean differs() {
            return Stream.of(printed, counted, then)
                            .filter(number -> !number.isEmpty())
                            .distinct()
                            .count()
                    > 1;
        }
    }

    /** Totals, of all and of each line. */
    public record Sums(@Nullable Counts totaal, List<LineCount> actielijnen) {

        @Nullable Counts ofLine(@Nullable Integer line) {
            return actielijnen.stream()
                    .filter(l -> Objects.equals(l.nummer(), line))
                    .map(LineCount::aantallen)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        /** The lines in which anything is counted. */
        Map<@Nullable Integer, Counts> byLine() {
            Map<@Nullable Integer, Counts> lines = new HashMap<>();
            for (LineCount line : actielijnen) {
                if (line.aantallen() != null && line.aantallen().acties() > 0) {
                    lines.put(line.nummer(), line.aantallen());
                }
            }
            return lines;
        }
    }

    /** The totals of a line. */
    public record LineCount(@Nullable Integer nummer, @Nullable Counts aantallen) {}

    /** An action that will count elsewhere than is printed. */
    public record Difference(String actie, @Nullable Place gedrukt, @Nullable Place straks) {

        /** In a sentence. */
        public String told() {
            if (gedrukt == null) {
                return Words.of("voorstel.nietGedrukt", actie, place(straks));
            }
            return straks == null
                    ? Words.of("voorstel.teltNiet", actie, place(gedrukt))
                    : Words.of("voorstel.teltAnders", actie, place(gedrukt), place(straks));
        }

        private static String place(@Nullable Place place) {
            return place == null ? "" : place.told();
        }
    }

    /** Where an action counts. */
    public record Place(StatusCode status, @Nullable Integer actielijn) {

        String told() {
            return Words.of(
                    "voorstel.plaats",
                    actielijn == null ? Words.of("lijn.geen") : Words.of("lijn.nummer", actielijn),
                    status.word());
        }
    }

    /** What would change, without what is only told. */
    List<Row> changes() {
        return regels.stream().filter(row -> !row.notPrinted()).toList();
    }

    /** The changes of each action, in the order of the document. */
    Map<String, List<Row>> byAction() {
        return changes().stream()
                .filter(row -> row.actie() != null)
                .collect(
                        Collectors.groupingBy(
                                row -> Objects.requireNonNull(row.actie()),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    /** The actions of which something cannot be carried out: none of theirs can be taken over. */
    Set<String> obstructed() {
        Set<String> actions = new LinkedHashSet<>();
        for (Row row : regels) {
            if (!row.uitvoerbaar() && row.actie() != null) {
                actions.add(row.actie());
            }
        }
        return actions;
    }

    /** The actions that something is asked about. */
    Set<String> asked() {
        Set<String> asked = new LinkedHashSet<>(notPrinted());
        vragen.forEach(question -> asked.add(question.actie()));
        return asked;
    }

    /** The actions that are no longer printed. */
    Set<String> notPrinted() {
        Set<String> actions = new LinkedHashSet<>();
        for (Row row : regels) {
            if (row.notPrinted() && row.actie() != null) {
                actions.add(row.actie());
            }
        }
        return actions;
    }
}
