package nl.peildatum.portal.recording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.peildatum.api.Today;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.recording.Field.Choice;
import nl.peildatum.portal.recording.Field.Kind;
import nl.peildatum.portal.words.TypedDate;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/** Something that the interface has a name for, and how people fill it in. */
enum Property {
    ACTIE("actie", Kind.LINE, Form.TEXT),
    NUMMER("nummer", Kind.LINE, Form.NUMBER),
    TITEL("titel", Kind.LINE, Form.TEXT),
    /** The title of a report, which may stay empty. */
    RAPPORTAGETITEL("titel", Kind.LINE, Form.TEXT),
    GERAPPORTEERD_ALS("gerapporteerdAls", Kind.LINE, Form.TEXT),
    /** The code of a programme, which never changes. */
    PROGRAMMA("programma", Kind.LINE, Form.TEXT),
    NAAM("naam", Kind.LINE, Form.TEXT),
    STARTJAAR("startjaar", Kind.LINE, Form.NUMBER),
    EINDJAAR("eindjaar", Kind.LINE, Form.NUMBER),
    UITGEVERS("uitgevers", Kind.TEXT, Form.TEXTS),
    LANGE_TITEL("langeTitel", Kind.LINE, Form.TEXT),
    INLEIDING("inleiding", Kind.TEXT, Form.TEXT),
    DOELEN_INLEIDING("doelenInleiding", Kind.TEXT, Form.TEXT),
    DOELEN("doelen", Kind.TEXT, Form.TEXTS),
    EFFECTEN_INLEIDING("effectenInleiding", Kind.TEXT, Form.TEXT),
    EFFECTEN("effecten", Kind.TEXT, Form.TEXTS),
    ACTIELIJN("actielijn", Kind.LINE, Form.NUMBER),
    UITVOERINGSJAREN("uitvoeringsjaren", Kind.LINE, Form.NUMBERS),
    STATUS("status", Kind.LIST, Form.TEXT),
    SOORT("soort", Kind.LIST, Form.TEXT),
    OPGENOMEN("opgenomen", Kind.LIST, Form.YES_OR_NO),
    REDEN_NIET_OPGENOMEN("redenNietOpgenomen", Kind.LINE, Form.TEXT),
    VERWACHTE_AFRONDING("verwachteAfronding", Kind.DATE, Form.DATE),
    VOLGORDE("volgorde", Kind.LINE, Form.NUMBER),
    VERBANDEN("verbanden", Kind.TEXT, Form.LINKS),
    TOELICHTING("toelichting", Kind.TEXT, Form.TEXT),
    INGANGSDATUM("ingangsdatum", Kind.DATE, Form.DATE),
    REDEN("reden", Kind.LINE, Form.TEXT),
    BRON("bron", Kind.LINE, Form.TEXT);

    /** The moves, in the order of a life. */
    static final List<String> MOVES =
            List.of(
                    "START",
                    "VERTRAGING",
                    "HERVATTING",
                    "DOORLOPEND",
                    "AFBAKENING",
                    "AFRONDING",
                    "HEROPENING",
                    "INTREKKING");

    /** What an action line says. */
    static final List<Property> LINE =
            List.of(
                    TITEL,
                    LANGE_TITEL,
                    INLEIDING,
                    DOELEN_INLEIDING,
                    DOELEN,
                    EFFECTEN_INLEIDING,
                    EFFECTEN,
                    VOLGORDE);

    private static final Locale DUTCH = Locale.of("nl");

    /** How two actions can belong together. */
    private static final List<String> LINKS =
            List.of("VALT_SAMEN_MET", "SAMEN_MET", "VOLGT_OP", "GEKOPPELD_AAN");

    /** A link of an action with another. */
    record Link(String soort, String actie) {}

    private enum Form {
        TEXT,
        TEXTS,
        LINKS,
        NUMBER,
        NUMBERS,
        DATE,
        YES_OR_NO
    }

    private final String field;
    private final Kind kind;
    private final Form form;

    Property(String field, Kind kind, Form form) {
        this.field = field;
        this.kind = kind;
        this.form = form;
    }

    /** What the interface calls it. */
    String field() {
        return field;
    }

    /** The field of a form, with what stands there at first. */
    Field on(String prefix, Filled filled, @Nullable Object now) {
        Field shown = Field.of(kind, prefix + field, filled, shown(now));
        return switch (this) {
            case OPGENOMEN ->
                    shown.among(
                            choices(
                                    now,
                                    Stream.of(
                                            Choice.of("true", Words.of("gevolg.ja")),
                                            Choice.of("false", Words.of("gevolg.nee")))));
            case STATUS ->
                    shown.among(
                            choices(
                                    now,
                                    Arrays.stream(StatusCode.values())
                                            .filter(s -> s != StatusCode.VERVALLEN)
                                            .map(s -> Choice.of(s.name(), s.word()))));
            case SOORT ->
                    shown.among(
                            choices(
                                    now,
                                    MOVES.stream().map(m -> Choice.of(m, Words.of("zet." + m)))));
            default -> shown;
        };
    }

    /** Adds what is filled in, where that is something else than what stands there now. */
    void addChanged(Map<String, Object> body, String prefix, Filled filled, @Nullable Object now) {
        String typed = filled.text(prefix + field).strip();
        if (typed.equals(shown(now).strip())) {
            return;
        }
        if (typed.isEmpty() && isList()) {
            @SuppressWarnings("unchecked")
            List<String> emptied =
                    (List<String>) body.computeIfAbsent("leegmaken", _ -> new ArrayList<String>());
            emptied.add(field);
            return;
        }
        body.put(field, value(typed));
    }

    /** Adds what is filled in, also where it stands there now; untouched it stays as it is. */
    void addWhole(Map<String, Object> body, Filled filled, @Nullable Object now) {
        String typed = filled.text(field).strip();
        Object whole = typed.equals(shown(now).strip()) ? now : value(typed);
        if (whole != null) {
            body.put(field, whole);
        }
    }

    /** The day that a form proposes. */
    static String today() {
        return LocalDate.now(Today.AMSTERDAM).toString();
    }

    private @Nullable Object value(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        return switch (form) {
            case TEXT -> typed;
            case DATE -> TypedDate.iso(typed);
            case NUMBER -> number(typed);
            case NUMBERS ->
                    Arrays.stream(typed.split("[,;\\s]+", -1))
                            .filter(part -> !part.isEmpty())
                            .map(Property::number)
                            .toList();
            case TEXTS -> lines(typed).toList();
            case LINKS -> lines(typed).map(Property::link).toList();
            case YES_OR_NO -> Boolean.valueOf(typed);
        };
    }

    private String shown(@Nullable Object now) {
        return switch (now) {
            case null -> "";
            case Collection<?> many ->
                    String.join(
                            form == Form.NUMBERS ? ", " : "\n",
                            many.stream().map(Property::told).toList());
            default -> now.toString();
        };
    }

    private boolean isList() {
        return form == Form.NUMBERS || form == Form.TEXTS || form == Form.LINKS;
    }

    private static Stream<String> lines(String typed) {
        return typed.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static String told(Object one) {
        return one instanceof Link link
                ? Words.of("verband.van", Words.of("verband." + link.soort()), link.actie())
                : String.valueOf(one);
    }

    /** What is no link is for the interface to refuse as well. */
    private static Link link(String line) {
        String typed = line.toLowerCase(DUTCH);
        for (String kind : LINKS) {
            String word = Words.of("verband." + kind).toLowerCase(DUTCH);
            if (typed.startsWith(word)) {
                return new Link(kind, line.substring(word.length()).replaceFirst("^[\\s:]+", ""));
            }
        }
        return new Link(line, "");
    }

    /** What is no number is for the interface to refuse, since it says what is expected. */
    private static Object number(String typed) {
        return typed.matches("-?\\d{1,9}") ? (Object) Integer.valueOf(typed) : typed;
    }

    /** Nothing chosen is a choice where it is not known what stands there. */
    private static List<Choice> choices(@Nullable Object now, Stream<Choice> all) {
        return Stream.concat(
                        now == null
                                ? Stream.of(Choice.of("", Words.of("formulier.zelfde")))
                                : Stream.of(),
                        all)
                .toList();
    }
}
