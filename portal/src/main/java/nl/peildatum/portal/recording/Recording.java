package nl.peildatum.portal.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import nl.peildatum.api.Role;
import nl.peildatum.portal.asking.NoAnswer;
import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.About;
import nl.peildatum.portal.cut.Abouts;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.login.Session;
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
    private static final String KEY = "sleutel";
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

    /** The page of a task, asked for or sent. */
    View of(Cut cut, HttpServletRequest request, Supplier<? extends Task> tasks) {
        onlyTheSecretariat();
        Cut now = Cut.now(cut.programme());
        Filled filled = new Filled(request);
        Task task = tasks.get();
        About about = abouts.of(now.programme());
        if (!filled.sent()) {
            return show(now, about, task, filled, 200, null, List.of(), null, false);
        }
        Map<String, Object> body = task.body(filled);
        boolean record =
                !task.canBeTried()
                        || (filled.text(STEP).equals(RECORD) && !otherwise(filled, body));
        Outcome outcome;
        try {
            String command = now.data(task.command());
            outcome =
                    record
                            ? recorder.records(
                                    command, body, filled.text(KEY), filled.given(VERSION))
                            : recorder.tries(command, body);
        } catch (NoAnswer none) {
            if (none.status() != 503) {
                throw none;
            }
            return show(
                    now,
                    about,
                    task,
                    filled,
                    503,
                    Words.of("formulier.nuNiet"),
                    List.of(),
                    null,
                    false);
        }
        return switch (outcome) {
            case Outcome.Recorded(long entry) -> {
                recorder.waitFor(now.data(""), entry);
                yield GoOn.to(now.page(task.after(), "vastgelegd", entry) + "#melding");
            }
            case Outcome.Unchanged() ->
                    show(
                            now,
                            about,
                            task,
                            filled,
                            200,
                            Words.of("formulier.niets"),
                            List.of(),
                            null,
                            false);
            case Outcome.Tried(JsonNode told) ->
                    show(
                            now,
                            about,
                            task,
                            filled,
                            200,
                            null,
                            List.of(),
                            questions.read(told, Consequence.class),
                            false);
            case Outcome.Unknown() ->
                    show(
                            now,
                            about,
                            task,
                            filled,
                            503,
                            Words.of("formulier.onbekend"),
                            List.of(),
                            null,
                            false);
            case Outcome.Refused refused ->
                    show(
                            now,
                            about,
                            task,
                            filled,
                            refused.status(),
                            refused.overtaken()
                                    ? Words.of("formulier.intussen", task.about())
                                    : refused.faults().isEmpty() ? refused.detail() : null,
                            refused.faults(),
                            null,
                            refused.overtaken());
        };
    }

    /** Nobody else gets to see what is to be filled in. */
    public static void onlyTheSecretariat() {
        if (Session.current() == null) {
            throw NoAnswer.notLoggedIn();
        }
        if (!Session.has(Role.SECRETARIAAT)) {
            throw NoAnswer.notAllowed();
        }
    }

    /** Whether something was filled in after the consequence that is on the page was asked for. */
    private static boolean otherwise(Filled filled, Map<String, Object> body) {
        String tried = filled.given(TRIED);
        return tried != null && !tried.equals(mark(body));
    }

    private static String mark(Map<String, Object> body) {
        return DigestUtils.md5DigestAsHex(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private View show(
            Cut now,
            About about,
            Task task,
            Filled filled,
            int status,
            @Nullable String notice,
            List<Fault> faults,
            @Nullable Consequence consequence,
            boolean overtaken) {
        boolean anew = overtaken || !filled.sent();
        String seen = filled.text(SEEN);
        Shown shown =
                new Shown(
                        task.title(),
                        task.about(),
                        now.page(task.path()),
                        now.page(task.after()),
                        task.fields(filled),
                        faults,
                        notice,
                        overtaken && seen.matches("\\d{1,18}")
                                ? task.since(Long.parseLong(seen))
                                : List.of(),
                        consequence,
                        consequence == null ? null : mark(task.body(filled)),
                        task.extra(),
                        task.canBeTried() ? null : task.button(),
                        filled.text(KEY, UUID.randomUUID().toString()),
                        anew ? task.version() : filled.given(VERSION),
                        anew ? String.valueOf(about.head()) : seen);
        String title =
                faults.isEmpty() && notice == null
                        ? task.title()
                        : Words.of("formulier.foutTitel", task.title());
        CutBar bar = about.bar(now, about.now(), task.after());
        return Page.of(title, status, bar, Page.TEMPLATES.formulier(shown, Form.current()));
    }
}
