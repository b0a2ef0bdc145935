package nl.peildatum.portal.recording;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.recording.Field.Choice;
import nl.peildatum.portal.recording.Field.Kind;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;

/** The forms about an action. */
@Controller
@RequestMapping(
        path = "/programmas/{programma}/acties",
        method = {RequestMethod.GET, RequestMethod.POST})
class ActionForms {

    private static final List<Property> WHY =
            List.of(Property.INGANGSDATUM, Property.REDEN, Property.BRON);

    private final Recording recording;
    private final Questions questions;

    ActionForms(Recording recording, Questions questions) {
        this.recording = recording;
        this.questions = questions;
    }

    @RequestMapping("/{actie}/status-wijzigen")
    View status(Cut cut, @PathVariable String actie, HttpServletRequest request) {
        return recording.of(cut, request, () -> new Status(cut.programme(), actie, request));
    }

    @RequestMapping("/{actie}/toelichting-wijzigen")
    View explanation(Cut cut, @PathVariable String actie, HttpServletRequest request) {
        return recording.of(
                cut,
                request,
                () ->
                        new Of(
                                cut.programme(),
                                actie,
                                "toelichting-wijzigen",
                                "/toelichtingen",
                                List.of(Property.TOELICHTING)));
    }

    @RequestMapping("/{actie}/gegevens-wijzigen")
    View details(Cut cut, @PathVariable String actie, HttpServletRequest request) {
        return recording.of(
                cut,
                request,
                () ->
                        new Of(
                                cut.programme(),
                                actie,
                                "gegevens-wijzigen",
                                "/wijzigingen",
                                List.of(
                                        Property.TITEL,
                                        Property.GERAPPORTEERD_ALS,
                                        Property.ACTIELIJN,
                                        Property.UITVOERINGSJAREN,
                                        Property.VERWACHTE_AFRONDING,
                                        Property.OPGENOMEN,
                                        Property.VERBANDEN,
                                        Property.VOLGORDE)));
    }

    @RequestMapping("/nieuw")
    View planned(Cut cut, HttpServletRequest request) {
        return recording.of(cut, request, New::new);
    }

    /** An action that is there, of which some properties change. */
    private class Of implements Task {

        private final String programme;
        private final String page;
        private final String command;
        private final List<Property> properties;
        final ActionNow action;

        Of(
                String programme,
                String action,
                String page,
                String command,
                List<Property> properties) {
            this.programme = programme;
            this.action = ActionNow.of(questions, programme, action);
            this.page = page;
            this.command = command;
            this.properties = properties;
        }

        @Override
        public String title() {
            return Words.of("formulier." + page.replace("-wijzigen", ""));
        }

        @Override
        public String about() {
            return action.name();
        }

        @Override
        public String path() {
            return action.path() + "/" + page;
        }

        @Override
        public String command() {
            return action.path() + command;
        }

        @Override
        public List<Field> fields(Filled filled) {
            List<Field> fields = new ArrayList<>();
            properties.forEach(p -> fields.add(p.on("", filled, now(p))));
            addWhy(fields, filled);
            return fields;
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            Map<String, Object> body = new LinkedHashMap<>();
            properties.forEach(p -> p.addChanged(body, "", filled, now(p)));
            WHY.forEach(p -> p.addChanged(body, "", filled, null));
            return body;
        }

        @Override
        public String after() {
            return action.path();
        }

        @Override
        public String version() {
            return String.valueOf(action.versie());
        }

        @Override
        public List<String> since(long entry) {
            return action.since(questions, programme, entry);
        }

        private @Nullable Object now(Property property) {
            return switch (property) {
                case TITEL -> action.titel();
                case GERAPPORTEERD_ALS -> action.gerapporteerdAls();
                case ACTIELIJN -> action.actielijn();
                case UITVOERINGSJAREN -> action.uitvoeringsjaren();
                case VERWACHTE_AFRONDING -> action.verwachteAfronding();
                case OPGENOMEN -> action.opgenomen();
                case VOLGORDE -> action.volgorde();
                case VERBANDEN -> action.verbanden();
                case TOELICHTING -> action.toelichting();
                default -> null;
            };
        }
    }

    /** The moves of an action on a day. */
    record Moves(List<Move> mogelijkheden) {

        /** One of them, and why it is not possible where it is not. */
        record Move(
                String soort,
                boolean kan,
                StatusCode naar,
                List<String> nodig,
                @Nullable String waaromNiet) {

            public Move {
                nodig = List.copyOf(Objects.requireNonNullElse(nodig, List.of()));
            }

            public String word() {
                return Words.of("zet." + soort);
            }
        }
    }

    /** A change of the status: what is possible on the day that is filled in. */
    private final class Status extends Of {

        private final List<Moves.Move> moves;

        Status(String programme, String action, HttpServletRequest request) {
            super(programme, action, "status-wijzigen", "/statuswijzigingen", List.of());
            this.moves = moves(Cut.now(programme), new Filled(request).date("ingangsdatum"));
        }

        private List<Moves.Move> moves(Cut now, @Nullable String day) {
            String path = action.path() + "/mogelijkheden";
            try {
                return questions
                        .ask(now.data(path, "ingangsdatum", day), Moves.class)
                        .mogelijkheden();
            } catch (NoAnswer noDay) {
                if (noDay.status() != 400) {
                    throw noDay;
                }
                return questions.ask(now.data(path), Moves.class).mogelijkheden();
            }
        }

        @Override
        public List<Field> fields(Filled filled) {
            List<Field> fields = new ArrayList<>();
            List<Choice> choices =
                    moves.stream()
                            .filter(Moves.Move::kan)
                            .map(m -> new Choice(m.soort(), m.word(), m.naar().badge()))
                            .toList();
            fields.add(Field.of(Kind.ONE_OF, "soort", filled, null).among(choices).needed());
            fields.add(Field.of(Kind.DATE, "ingangsdatum", filled, Property.today()).needed());
            fields.add(Property.REDEN.on("", filled, null));
            fields.add(Property.TOELICHTING.on("", filled, null));
            if (moves.stream().anyMatch(m -> m.kan() && m.soort().equals("VERTRAGING"))) {
                fields.add(Property.VERWACHTE_AFRONDING.on("", filled, null));
            }
            fields.add(Property.BRON.on("", filled, null));
            return fields;
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            Map<String, Object> body = new LinkedHashMap<>();
            String move = filled.given("soort");
            if (move != null) {
                body.put("soort", move);
            }
            for (Property property :
                    List.of(
                            Property.INGANGSDATUM,
                            Property.REDEN,
                            Property.TOELICHTING,
                            Property.VERWACHTE_AFRONDING,
                            Property.BRON)) {
                property.addChanged(body, "", filled, null);
            }
            return body;
        }

        @Override
        public Content extra() {
            List<Moves.Move> not = moves.stream().filter(m -> !m.kan()).toList();
            return Page.TEMPLATES.zetten(
                    not.stream().map(Moves.Move::word).toList(),
                    not.stream().map(m -> Objects.requireNonNullElse(m.waaromNiet(), "")).toList());
        }
    }

    /** An action that is not there yet. */
    private static final class New implements Task {

        private static final List<Property> PROPERTIES =
                List.of(
                        Property.ACTIE,
                        Property.TITEL,
                        Property.GERAPPORTEERD_ALS,
                        Property.ACTIELIJN,
                        Property.UITVOERINGSJAREN,
                        Property.TOELICHTING,
                        Property.OPGENOMEN,
                        Property.REDEN_NIET_OPGENOMEN,
                        Property.VOLGORDE);

        @Override
        public String title() {
            return Words.of("formulier.nieuw");
        }

        @Override
        public String about() {
            return Words.of("menu.acties");
        }

        @Override
        public String path() {
            return "/acties/nieuw";
        }

        @Override
        public String command() {
            return "/acties";
        }

        @Override
        public List<Field> fields(Filled filled) {
            List<Field> fields = new ArrayList<>();
            for (Property property : PROPERTIES) {
                switch (property) {
                    case ACTIE, TITEL -> fields.add(property.on("", filled, null).needed());
                    case OPGENOMEN -> fields.add(property.on("", filled, "true").needed());
                    default -> fields.add(property.on("", filled, null));
                }
            }
            addWhy(fields, filled);
            return fields;
        }

        @Override
        public Map<String, Object> body(Filled filled) {
            Map<String, Object> body = new LinkedHashMap<>();
            PROPERTIES.forEach(p -> p.addChanged(body, "", filled, null));
            WHY.forEach(p -> p.addChanged(body, "", filled, null));
            return body;
        }

        @Override
        public String after() {
            return "/acties";
        }
    }

    private static void addWhy(List<Field> fields, Filled filled) {
        fields.add(Property.INGANGSDATUM.on("", filled, Property.today()).needed());
        fields.add(Property.REDEN.on("", filled, null));
        fields.add(Property.BRON.on("", filled, null));
    }
}
