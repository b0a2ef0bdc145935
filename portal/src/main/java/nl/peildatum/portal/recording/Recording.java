package nl.peildatum.portal.recording;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.peildatum.api.Role;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.About;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.pages.Form;
import nl.peildatum.portal.pages.GoOn;
import nl.peildatum.portal.pages.Page;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.View;
import tools.jackson.databind.JsonNode;

/**
 * How a form goes: filled in, its consequence looked at, recorded. Whatever is refused, what was
 * typed is on the page again.
 */
@Component
public class Recording {

    private static final String STEP = "stap";
    private static final String RECORD = "vast";
    static final String KEY = "sleutel";
    private static final String VERSION = "versie";
    private static final String SEEN = "gezien";
    private static final String TRIED = "beproefd";

    private final Recorder recorder;
    private final Abouts abouts;
    private final Questions questions;

    Recording(Recorder recorder, Abouts abouts, Questions questions) {
        this.recorder = recorder;
        this.abouts = abouts;
        this.questions = questions;
    }

    /**
     * Where a task belongs: to a programme as it is now, or to none. Its paths are those after the
     * programme's own address then, and else whole.
     */
    private record Place(@Nullable Cut now, @Nullable About about) {

        String data(String path) {
            return now == null ? "/api/v1" + path : now.data(path);
        }

        String page(String path) {
            return now == null ? path : now.page(path);
        }

        String seen() {
            return about == null ? "" : String.valueOf(about.head());
        }
    }

    /** The page of a task of the secretariat in a programme, asked for or sent. */
    View of(Cut cut, HttpServletRequest request, Supplier<? extends Task> tasks) {
        return of(cut, request, _ -> tasks.get());
    }

    /** The same, of one that depends on which days stand out and what is known now. */
    View of(Cut cut, HttpServletRequest request, Function<About, ? extends Task> tasks) {
        NoAnswer.unless(Role.SECRETARIAAT);
        About about = abouts.of(cut.programme());
        Place place = new Place(Cut.now(cut.programme()), about);
        return answer(place, tasks.apply(about), new Filled(request));
    }

    /** The page of a task that belongs to no programme yet, or to the whole of it. */
    View of(Role role, HttpServletRequest request, Supplier<? extends Task> tasks) {
        NoAnswer.unless(role);
        return answer(new Place(null, null), tasks.get(), new Filled(request));
    }

    private View answer(Place place, Task task, Filled filled) {
        if (!filled.sent()) {
            return show(place, task, filled, Said.nothing());
        }
        Outcome outcome = task.refusal(filled);
        if (outcome == null) {
            outcome = outcome(place, task, filled);
        }
        return switch (outcome) {
            case Outcome.Recorded(long entry) -> {
                Cut now = place.now() == null ? task.cut() : place.now();
                recorder.waitFor(now.data(""), entry);
                yield GoOn.to(task.receipt(now, entry));
            }
            case Outcome.Done() -> GoOn.to(place.page(task.after()));
            case Outcome.Unchanged() ->
                    show(place, task, filled, Said.notice(200, "formulier.niets"));
            case Outcome.Tried(JsonNode answer) ->
                    show(place, task, filled, Said.of(consequence(task, answer)));
            case Outcome.Previewed(Content preview) -> show(place, task, filled, Said.of(preview));
            case Outcome.Away() -> show(place, task, filled, Said.notice(503, "formulier.nuNiet"));
            case Outcome.Unknown() ->
                    show(place, task, filled, Said.notice(503, "formulier.onbekend"));
            case Outcome.Refused refused ->
                    show(place, task, filled, Said.of(refused, task.about()));
        };
    }

    private Outcome outcome(Place place, Task task, Filled filled) {
        Map<String, Object> body = task.body(filled);
        String command = place.data(task.command());
        boolean record =
                !task.canBeTried()
                        || (filled.text(STEP).equals(RECORD) && !otherwise(filled, command, body));
        try {
            if (record) {
                return recorder.records(
                        task.method(),
                        command,
                        body,
                        task.hasKey() ? filled.text(KEY) : null,
                        filled.given(VERSION));
            }
            Content preview = task.preview();
            return preview == null ? recorder.tries(command, body) : new Outcome.Previewed(preview);
        } catch (NoAnswer none) {
            if (none.status() != 503) {
                throw none;
            }
            return new Outcome.Away();
        }
    }

    private Content consequence(Task task, JsonNode answer) {
        Content own = task.consequence(answer);
        return own == null ? Page.TEMPLATES.gevolg(questions.read(answer, Consequence.class)) : own;
    }

    /** Whether something was filled in after the consequence that is on the page was asked for. */
    private static boolean otherwise(Filled filled, String command, Map<String, Object> body) {
        String tried = filled.given(TRIED);
        return tried != null && !tried.equals(mark(command, body));
    }

    private static String mark(String command, Map<String, Object> body) {
        return DigestUtils.md5DigestAsHex((command + body).getBytes(StandardCharsets.UTF_8));
    }

    /** What is said on a form besides the form. */
    private record Said(
            int status,
            @Nullable String notice,
            List<Fault> faults,
            @Nullable Content consequence,
            boolean overtaken) {

        static Said nothing() {
            return new Said(200, null, List.of(), null, false);
        }

        static Said notice(int status, String key) {
            return new Said(status, Words.of(key), List.of(), null, false);
        }

        static Said of(Content consequence) {
            return new Said(200, null, List.of(), consequence, false);
        }

        static Said of(Outcome.Refused refused, String about) {
            String notice =
                    refused.overtaken()
                            ? Words.of("formulier.intussen", about)
                            : refused.faults().isEmpty() ? refused.detail() : null;
            return new Said(refused.status(), notice, refused.faults(), null, refused.overtaken());
        }

        boolean well() {
            return faults.isEmpty() && notice == null;
        }
    }

    private View show(Place place, Task task, Filled filled, Said said) {
        boolean anew = said.overtaken() || !filled.sent();
        String seen = filled.text(SEEN);
        Shown shown =
                new Shown(
                        task.title(),
                        task.about(),
                        place.page(task.path()),
                        place.page(task.back()),
                        task.fields(filled),
                        said.faults(),
                        said.notice(),
                        said.overtaken() && seen.matches("\\d{1,18}")
                                ? task.since(Long.parseLong(seen))
                                : List.of(),
                        said.consequence(),
                        said.consequence() == null
                                ? null
                                : mark(place.data(task.command()), task.body(filled)),
                        task.extra(),
                        task.first(),
                        task.button(),
                        !task.canBeTried(),
                        filled.text(KEY, UUID.randomUUID().toString()),
                        anew ? task.version() : filled.given(VERSION),
                        anew ? place.seen() : seen);
        String title = said.well() ? task.title() : Words.of("formulier.foutTitel", task.title());
        JteModel content = Page.TEMPLATES.formulier(shown, Form.current());
        if (place.now() == null || place.about() == null) {
            return Page.of(title, said.status(), content);
        }
        About about = place.about();
        return Page.of(
                title, said.status(), about.bar(place.now(), about.now(), task.back()), content);
    }
}
