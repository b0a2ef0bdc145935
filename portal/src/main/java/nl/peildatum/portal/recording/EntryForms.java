package nl.peildatum.portal.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;

/**
 * The forms about an entry of the journal: what it says is otherwise, or it should not be there.
 */
@Controller
@RequestMapping(
        path = "/programmas/{programma}/journaal/{nummer}",
        method = {RequestMethod.GET, RequestMethod.POST})
class EntryForms {

    private static final String AS = "als.";

    /** What may be otherwise in an entry of a kind, besides its day, its reason and its source. */
    private static final Map<String, List<Property>> OF_KIND =
            Map.ofEntries(
                    Map.entry(
                            "ACTIE_GEPLAND",
                            List.of(
                                    Property.TITEL,
                                    Property.GERAPPORTEERD_ALS,
                                    Property.ACTIELIJN,
                                    Property.UITVOERINGSJAREN,
                                    Property.OPGENOMEN,
                                    Property.REDEN_NIET_OPGENOMEN,
                                    Property.VOLGORDE,
                                    Property.TOELICHTING)),
                    Map.entry("OPENINGSSTAND", List.of(Property.STATUS, Property.TOELICHTING)),
                    Map.entry("TOELICHTING", List.of(Property.TOELICHTING)),
                    Map.entry("TITEL", List.of(Property.TITEL)),
                    Map.entry("BENAMING", List.of(Property.GERAPPORTEERD_ALS)),
                    Map.entry("PLANNING", List.of(Property.UITVOERINGSJAREN)),
                    Map.entry("PLANNING_AFRONDING", List.of(Property.VERWACHTE_AFRONDING)),
                    Map.entry("ACTIELIJN", List.of(Property.ACTIELIJN)),
                    Map.entry("OPNAME", List.of(Property.OPGENOMEN)),
                    Map.entry("UITSLUITING", List.of(Property.OPGENOMEN)),
                    Map.entry("VERBAND", List.of(Property.VERBANDEN)),
                    Map.entry("VOLGORDE", List.of(Property.VOLGORDE)),
                    Map.entry(
                            "PROGRAMMA_VASTGESTELD",
                            List.of(
                                    Property.NAAM,
                                    Property.STARTJAAR,
                                    Property.EINDJAAR,
                                    Property.UITGEVERS)),
                    Map.entry(
                            "PROGRAMMA_HERZIEN",
                            List.of(Property.NAAM, Property.EINDJAAR, Property.UITGEVERS)),
                    Map.entry("ACTIELIJN_VASTGESTELD", Property.LINE),
                    Map.entry("ACTIELIJN_HERZIEN", Property.LINE));

    private static final List<Property> MOVE =
            List.of(Property.SOORT, Property.VERWACHTE_AFRONDING, Property.TOELICHTING);

    private final Recording recording;
    private final Questions questions;

    EntryForms(Recording recording, Questions questions) {
        this.recording = recording;
        this.questions = questions;
    }

    @RequestMapping("/corrigeren")
    View correct(Cut cut, @PathVariable long nummer, HttpServletRequest request) {
        return recording.of(cut, request, () -> new Correction(entry(cut, nummer)));
    }

    @RequestMapping("/intrekken")
    View retract(Cut cut, @PathVariable long nummer, HttpServletRequest request) {
        return recording.of(cut, request, () -> new Retraction(entry(cut, nummer)));
    }

    private Entry entry(Cut cut, long number) {
        return questions.ask(Cut.now(cut.programme()).data("/journaal/" + number), Entry.class);
    }

    /** An entry as it is known now. */
    record Entry(
            long journaalnummer,
            String soort,
            @Nullable StatusCode naar,
            @Nullable LocalDate ingangsdatumNu,
            @Nullable String reden,
            @Nullable String toelichting,
            @Nullable String bron,
            String zin,
            @Nullable String actie) {

        String path(String page) {
            return "/journaal/" + journaalnummer + "/" + page;
        }

        String after() {
            return actie == null ? "" : ActionNow.path(actie);
        }

        String about() {
            return Words.of("formulier.regel", journaalnummer, zin);
        }

        @Nullable Object now(Property property) {
            return switch (property) {
                case INGANGSDATUM -> ingangsdatumNu;
                case REDEN -> reden;
                case BRON -> bron;
                case TOELICHTING -> toelichting;
                case STATUS -> naar == null ? null : naar.name();
                case SOORT -> soort;
                default -> null;
            };
        }
    }

    private record Correction(Entry entry) implements Task {

        private List<Property> properties() {
            List<Property> all =
                    new ArrayList<>(
                            Property.MOVES.contains(entry.soort())
                                    ? MOVE
                                    : OF_KIND.getOrDefault(entry.soort(), List.of()));
            all.add(Property.INGANGSDATUM);
            all.add(Property.REDEN);
            all.add(Property.BRON);
            return all;
        }

        @Override
        public String title() {
            return Words.of("formulier.corrigeren", entry.journaalnummer());
        }

        @Override
        public String about() {
            return entry.about();
        }

        @Override
        public String path() {
            return entry.path("corrigeren");
        }

        @Override
        public String command() {
            return entry.path("correcties");
        }

        @Override
        public List<Field> fields(Filled filled) {
            List<Field> fields = new ArrayList<>();
            properties().forEach(p -> fields.add(p.on(AS, filled, entry.now(p))));
            fields.add(
                    new Field(
                            "reden",
                            Field.Kind.LINE,
                            Words.of("formulier.waarom"),
                            null,
                            true,
                            filled.text("reden"),
                            List.of()));
            return fields;
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            Map<String, Object> as = new LinkedHashMap<>();
            properties().forEach(p -> p.addChanged(as, AS, filled, entry.now(p)));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("als", as);
            Property.REDEN.addChanged(body, "", filled, null);
            return body;
        }

        @Override
        public String after() {
            return entry.after();
        }
    }

    private record Retraction(Entry entry) implements Task {

        @Override
        public String title() {
            return Words.of("formulier.intrekken", entry.journaalnummer());
        }

        @Override
        public String about() {
            return entry.about();
        }

        @Override
        public String path() {
            return entry.path("intrekken");
        }

        @Override
        public String command() {
            return entry.path("intrekkingen");
        }

        @Override
        public List<Field> fields(Filled filled) {
            return List.of(
                    Property.REDEN.on("", filled, null).needed(),
                    Property.BRON.on("", filled, null));
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            Map<String, Object> body = new LinkedHashMap<>();
            Property.REDEN.addChanged(body, "", filled, null);
            Property.BRON.addChanged(body, "", filled, null);
            return body;
        }

        @Override
        public String after() {
            return entry.after();
        }
    }
}
