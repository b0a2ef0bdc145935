package nl.peildatum.portal.pages;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.peildatum.api.ProblemKind;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.About;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.cut.CutBar.Choice;
import nl.peildatum.portal.cut.Fault;
import nl.peildatum.portal.cut.Known;
import nl.peildatum.portal.login.Session;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.View;

/**
 * A page that cannot be shown: what happened, and one thing to do. Of a programme that is there it
 * has the bar as well, on the last cut that is good.
 */
@ControllerAdvice
class Failed {

    private static final String RETRY_AFTER_SECONDS = "5";

    /** The field of the bar that is wrong, by the parameter that is refused. */
    private static final Map<String, String> FIELDS =
            Map.of(
                    "peildatum", Cut.REPORT_DATE,
                    "tot", Cut.REPORT_DATE,
                    "bekendOp", Cut.KNOWN_AT,
                    "bekendOpTot", Cut.KNOWN_AT,
                    "bekendTot", Cut.KNOWN_UP_TO,
                    "bekendTotTot", Cut.KNOWN_UP_TO);

    private final Abouts abouts;
    private final Questions questions;

    Failed(Abouts abouts, Questions questions) {
        this.abouts = abouts;
        this.questions = questions;
    }

    @ExceptionHandler
    View noAnswer(NoAnswer none, HttpServletRequest request, HttpServletResponse response) {
        ProblemKind kind = ProblemKind.ofStatus(none.status());
        if (kind == ProblemKind.UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (request.getMethod().equals("POST")) {
            switch (kind) {
                case UNAUTHORIZED -> {
                    return held(kind, Words.of("vastgehouden.verlopen"), request);
                }
                case FORBIDDEN -> {
                    return held(kind, role(), request);
                }
                case UNAVAILABLE -> {
                    return held(kind, Words.of("vastgehouden.nuNiet"), request);
                }
                default -> {}
            }
        }
        if (kind == ProblemKind.UNAUTHORIZED) {
            return notLoggedIn();
        }
        if (kind == ProblemKind.FORBIDDEN) {
            return page(kind, role());
        }
        if (kind == ProblemKind.UNAVAILABLE) {
            Choice again = new Choice(Words.of("fout.opnieuw"), Form.current().address());
            return Page.of(kind.title(), kind.status(), content(kind, none.detail(), again));
        }
        String programme = programme(request);
        if (programme == null) {
            return page(kind, none.detail());
        }
        try {
            About about = abouts.of(programme);
            String field = none.field() == null ? null : FIELDS.get(none.field());
            CutBar bar =
                    field == null || none.detail() == null
                            ? asked(programme, request, about)
                            : new CutBar(
                                    Cut.now(programme),
                                    about.now(),
                                    about,
                                    "",
                                    List.of(),
                                    new Fault(field, none.detail()));
            return Page.of(
                    kind.title(),
                    kind.status(),
                    bar,
                    content(
                            kind,
                            none.detail(),
                            kind == ProblemKind.UNKNOWN
                                    ? new Choice(Words.of("fout.zoek"), bar.cut().page("/acties"))
                                    : new Choice(Words.of("fout.terug"), bar.cut().page(""))));
        } catch (NoAnswer noProgramme) {
            return page(kind, none.detail());
        }
    }

    private static View notLoggedIn() {
        String login = Form.current().loginAddress();
        return login == null || Session.current() != null
                ? page(ProblemKind.UNAUTHORIZED, null)
                : GoOn.to(login);
    }

    /** All that was typed, to be sent again. */
    static View held(ProblemKind kind, String why, HttpServletRequest request) {
        return Page.of(
                Words.of("vastgehouden.titel"),
                kind.status(),
                Page.TEMPLATES.vasthouden(
                        why, kind != ProblemKind.UNAVAILABLE, Held.of(request), Form.current()));
    }

    /** Nothing is wrong with the cut, so that one goes on from this page with it. */
    private CutBar asked(String programme, HttpServletRequest request, About about) {
        Cut cut =
                new Cut(
                        programme,
                        request.getParameter(Cut.REPORT_DATE),
                        request.getParameter(Cut.KNOWN_AT),
                        request.getParameter(Cut.KNOWN_UP_TO));
        return about.bar(cut, questions.ask(cut.data(""), Known.class), "");
    }

    static View page(ProblemKind kind, @Nullable String detail) {
        return Page.of(kind.title(), kind.status(), content(kind, detail, home()));
    }

    private static Choice home() {
        return new Choice(Words.of("fout.terug"), "/");
    }

    /** What the roles of who asks are called, since another one may do this. */
    private static String role() {
        Session session = Session.current();
        return session == null || session.roles().isEmpty()
                ? Words.of("fout.zonderRol")
                : Words.of(
                        "fout.rol",
                        session.roles().stream()
                                .map(role -> Words.of("rol." + role.claim()))
                                .collect(Collectors.joining(", ")));
    }

    private static JteModel content(ProblemKind kind, @Nullable String detail, Choice way) {
        return Page.TEMPLATES.fout(
                kind.title(),
                detail == null ? Words.refusal(kind) : detail,
                way,
                Words.of("fout.code", kind.status(), kind.code()));
    }

    private static @Nullable String programme(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> named && named.get("programma") instanceof String code
                ? code
                : null;
    }
}
