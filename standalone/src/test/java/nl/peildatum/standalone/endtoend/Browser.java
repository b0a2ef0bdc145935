package nl.peildatum.standalone.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.standalone.RunningStandalone;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody who reads pages, follows links and fills in forms, as a browser without scripts does. A
 * link or form that is not on the page cannot be used.
 */
public final class Browser {

    private final CookieManager cookies;
    private final HttpClient client;
    private final List<URI> visited = new ArrayList<>();

    private static final String BOUNDARY = "----een-grens-die-nergens-in-staat";

    private String fileName = "";
    private byte[] file = {};
    private URI at;
    private int status;
    private Document page = new Document("");

    public Browser(URI at) {
        this(at, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private Browser(URI at, CookieManager cookies) {
        this.at = at;
        this.cookies = cookies;
        this.client =
                HttpClient.newBuilder()
                        .cookieHandler(cookies)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(Duration.ofSeconds(10))
                        .build();
    }

    /** Goes to an address, and on to where that leads. */
    public Browser open(String address) {
        return send(HttpRequest.newBuilder(at.resolve(address)).GET());
    }

    /** Follows the first link with this text. */
    public Browser follow(String text) {
        Element link =
                page.select("a[href]").stream()
                        .filter(a -> a.text().strip().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no link " + text + "\n" + page));
        return open(link.attr("href"));
    }

    /**
     * Sends the form with the button of this text or id, with what it holds and what is filled in.
     */
    public Browser press(String button, String... filledIn) {
        Element form = form(button);
        String action = form.hasAttr("action") ? form.attr("action") : at.toString();
        if (form.attr("enctype").equals("multipart/form-data")) {
            return send(
                    HttpRequest.newBuilder(at.resolve(action))
                            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                            .POST(parts(button, filledIn)));
        }
        String body = filledIn(button, filledIn);
        if (form.attr("method").equalsIgnoreCase("post")) {
            return post(action, body);
        }
        return open(action + (action.contains("?") ? "&" : "?") + body);
    }

    /** Chooses a file, to be sent with the next form that has a field for it. */
    public Browser choose(String name, byte[] content) {
        fileName = name;
        file = content;
        return this;
    }

    private HttpRequest.BodyPublisher parts(String button, String... filledIn) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String[] field : fields(button, filledIn)) {
            part(body, '"' + field[0] + '"', field[1].getBytes(StandardCharsets.UTF_8));
        }
        String field = form(button).select("input[type=file]").attr("name");
        part(body, '"' + field + "\"; filename=\"" + fileName + '"', file);
        choose("", new byte[] {});
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.BodyPublishers.ofByteArray(body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** What would be sent by this button. */
    public String filledIn(String button, String... filledIn) {
        StringBuilder body = new StringBuilder();
        for (String[] field : fields(button, filledIn)) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(encoded(field[0]))
                    .append('=')
                    .append(encoded(field[1]));
        }
        return body.toString();
    }

    /** Takes the tick out of a box. */
    public Browser untick(String name, String value) {
        Element box =
                page.selectFirst(
                        "input[type=checkbox][name='%s'][value='%s']".formatted(name, value));
        if (box == null || !box.hasAttr("checked")) {
            throw new AssertionError("no ticked box " + name + " " + value + "\n" + page);
        }
        box.removeAttr("checked");
        return this;
    }

    private List<String[]> fields(String button, String... filledIn) {
        Element form = form(button);
        List<String[]> fields = new ArrayList<>();
        Map<String, String> filled = new LinkedHashMap<>();
        for (int i = 0; i < filledIn.length; i += 2) {
            filled.put(filledIn[i], filledIn[i + 1]);
            if (form.select("[name='" + filledIn[i] + "']").isEmpty()) {
                throw new AssertionError("no field " + filledIn[i] + "\n" + form);
            }
        }
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            String name = field.attr("name");
            String type = field.attr("type");
            boolean box = type.equals("radio") || type.equals("checkbox");
            boolean off = type.equals("file") || (box && !field.hasAttr("checked"));
            if (!filled.containsKey(name) && !field.hasAttr("disabled") && !off) {
                fields.add(new String[] {name, value(field)});
            }
        }
        filled.forEach((name, value) -> fields.add(new String[] {name, value}));
        Element pressed = button(button);
        if (pressed.hasAttr("name")) {
            fields.add(new String[] {pressed.attr("name"), pressed.attr("value")});
        }
        return fields;
    }

    private Element button(String text) {
        return page.select("form button, form input[type=submit]").stream()
                .filter(b -> b.text().strip().equals(text) || b.id().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text + "\n" + page));
    }

    private Element form(String button) {
        Element form = button(button).closest("form");
        if (form == null) {
            throw new AssertionError("a button without a form");
        }
        return form;
    }

    private static String value(Element field) {
        return switch (field.tagName()) {
            case "textarea" -> field.wholeText();
            case "select" -> {
                Element chosen = field.selectFirst("option[selected]");
                Element first = field.selectFirst("option");
                yield chosen != null
                        ? chosen.attr("value")
                        : first == null ? "" : first.attr("value");
            }
            default -> field.attr("value");
        };
    }

    /** Loses a cookie, and its pieces. */
    public void forget(String cookie) {
        for (HttpCookie kept : List.copyOf(cookies.getCookieStore().getCookies())) {
            if (kept.getName().startsWith(cookie)) {
                cookies.getCookieStore()
                        .getURIs()
                        .forEach(u -> cookies.getCookieStore().remove(u, kept));
            }
        }
    }

    /** Another page in the same browser. */
    public Browser otherTab() {
        return new Browser(at, cookies);
    }

    /** Sends a body as a form would, whatever is on the page. */
    public Browser post(String address, String body) {
        return send(
                HttpRequest.newBuilder(at.resolve(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Logs in as who has this role, from the page where it is. */
    public Browser logIn(RunningStandalone standalone, String role) {
        return follow("Inloggen")
                .press(
                        "Inloggen",
                        "naam",
                        role,
                        "wachtwoord",
                        standalone.secret(role + ".password"));
    }

    public Document page() {
        return page;
    }

    public String text() {
        return page.text();
    }

    public int status() {
        return status;
    }

    public URI at() {
        return at;
    }

    public CookieManager cookies() {
        return cookies;
    }

    /** Every address that answered with a page, in order. */
    public List<URI> visited() {
        return List.copyOf(visited);
    }

    private Browser send(HttpRequest.Builder request) {
        HttpRequest.Builder next = request;
        for (int steps = 0; steps < 10; steps++) {
            HttpRequest asked =
                    next.setHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                            .timeout(Duration.ofSeconds(60))
                            .build();
            HttpResponse<String> answer = answer(asked);
            at = asked.uri();
            status = answer.statusCode();
            String location = answer.headers().firstValue("Location").orElse(null);
            if (status / 100 != 3 || location == null) {
                page = Jsoup.parse(answer.body(), at.toString());
                visited.add(at);
                return this;
            }
            next = HttpRequest.newBuilder(at.resolve(location)).GET();
        }
        throw new AssertionError("redirects without end at " + at);
    }

    private HttpResponse<String> answer(HttpRequest asked) {
        try {
            HttpResponse<String> answer =
                    client.send(asked, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            // a browser takes localhost for safe
            cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
