package nl.peildatum.portal.pages;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.peildatum.api.Role;
import nl.peildatum.look.Look;
import nl.peildatum.look.Shell;
import nl.peildatum.portal.cut.About;
import nl.peildatum.portal.cut.Cut;
import nl.peildatum.portal.cut.CutBar;
import nl.peildatum.portal.login.Session;
import nl.peildatum.portal.templates.StaticTemplates;
import nl.peildatum.portal.templates.Templates;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.View;

/** A page: its content with all that is around it. */
public final class Page implements View {

    /** The templates of the portal. */
    public static final Templates TEMPLATES = new StaticTemplates();

    private final JteModel page;
    private final int status;

    private Page(JteModel page, int status) {
        this.page = page;
        this.status = status;
    }

    /** The words of the main menu, each with its page of a programme. */
    private enum MenuItem {
        STAND("menu.stand", ""),
        ACTIES("menu.acties", "/acties"),
        VERANDERD("menu.veranderd", "/veranderingen"),
        VERLOOP("menu.verloop", "/verloop"),
        RAPPORTAGES("menu.rapportages", "/rapportages"),
        JOURNAAL("menu.journaal", "/journaal", Role.AUDITOR),
        SIGNALEN("menu.signalen", "/signalen", Role.SECRETARIAAT),
        INLEZEN("menu.inlezen", "/inlezen", Role.SECRETARIAAT);

        private final String word;
        private final String path;
        private final @Nullable Role role;

        MenuItem(String word, String path) {
            this(word, path, null);
        }

        MenuItem(String word, String path, @Nullable Role role) {
            this.word = word;
            this.path = path;
            this.role = role;
        }
    }

    /** A page of a programme on a cut. */
    public static Page of(String title, CutBar bar, JteModel content) {
        return of(title, 200, bar, content);
    }

    /** The same, which keeps itself up to date where all that is known is shown. */
    public static Page live(String title, CutBar bar, JteModel content) {
        return of(title, 200, bar, content, bar.cut().open());
    }

    /** The same where it did not go well. */
    public static Page of(String title, int status, CutBar bar, JteModel content) {
        return of(title, status, bar, content, false);
    }

    private static Page of(String title, int status, CutBar bar, JteModel content, boolean live) {
        About about = bar.about();
        List<Shell.Item> menu = new ArrayList<>();
        for (MenuItem item : MenuItem.values()) {
            if (item.role != null && !Session.has(item.role)) {
                continue;
            }
            boolean current =
                    item.path.isEmpty() ? bar.path().isEmpty() : bar.path().startsWith(item.path);
            menu.add(new Shell.Item(Words.of(item.word), bar.cut().page(item.path), current));
        }
        if (Session.has(Role.BEHEERDER)) {
            menu.add(operations(title));
        }
        return new Page(
                shell(
                        Words.of("site.titel", title, about.naam(), bar.day()),
                        menu,
                        bar.relations(),
                        TEMPLATES.snede(bar, live),
                        TEMPLATES.inhoud(Receipt.of(Form.current(), bar), content),
                        TEMPLATES.voet(about.naam(), about.uitgevers(), open(bar.cut()))),
                status);
    }

    /** A page that is about no programme. */
    public static Page of(String title, int status, JteModel content) {
        return new Page(
                shell(
                        Words.of("site.titelZonder", title),
                        Session.has(Role.BEHEERDER) ? List.of(operations(title)) : List.of(),
                        List.of(),
                        Look.NOTHING,
                        content,
                        TEMPLATES.voet(null, List.of(), null)),
                status);
    }

    /** Of no programme, so on every page of who may. */
    private static Shell.Item operations(String title) {
        String word = Words.of("beheer.titel");
        return new Shell.Item(word, "/beheer", title.equals(word));
    }

    private static String open(Cut cut) {
        return cut.data("/dashboard");
    }

    private static JteModel shell(
            String title,
            List<Shell.Item> menu,
            List<Shell.Step> steps,
            Content bar,
            JteModel content,
            JteModel footer) {
        return Look.PARTS.page(
                new Shell(
                        title,
                        Words.of("site.naam"),
                        Words.of("site.naarInhoud"),
                        Words.of("menu.naam"),
                        menu,
                        steps),
                TEMPLATES.account(Session.current(), Form.current()),
                bar,
                content,
                footer);
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        byte[] bytes = Look.bytes(page);
        response.setStatus(status);
        if (response.getHeader(HttpHeaders.CACHE_CONTROL) == null) {
            response.setHeader(
                    HttpHeaders.CACHE_CONTROL,
                    Session.current() == null ? "no-cache" : "private, no-cache");
        }
        if (status == HttpServletResponse.SC_OK
                && new ServletWebRequest(request, response).checkNotModified(tag(bytes))) {
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Weak, since the same page may go compressed or not. */
    private static String tag(byte[] bytes) {
        return "W/\"" + DigestUtils.md5DigestAsHex(bytes) + "\"";
    }
}
