package nl.peildatum.standalone.faults;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A way in which a request goes wrong. */
enum Mutation {
    METHOD {
        @Override
        void apply(RawRequest request, Random random) {
            request.method =
                    one(
                            random,
                            "",
                            "get",
                            "PATCH",
                            "TRACE",
                            "OPTIONS",
                            "G\u0000T",
                            "HEAD",
                            "PUT",
                            "DELETE",
                            "x".repeat(300),
                            "POST /",
                            "(",
                            "CONNECT");
        }
    },
    VERSION {
        @Override
        void apply(RawRequest request, Random random) {
            request.version =
                    one(
                            random,
                            "HTTP/9.9",
                            "HTTP/0.9",
                            "HTTP/1.0",
                            "",
                            "HTTP/2.0",
                            "FTP/1.1",
                            "HTTP/1.1 x",
                            "http/1.1");
        }
    },
    PATH {
        @Override
        void apply(RawRequest request, Random random) {
            int at = random.nextInt(request.target.length() + 1);
            request.target =
                    request.target.substring(0, at)
                            + one(
                                    random,
                                    "%00",
                                    "%0a",
                                    "%0d%0aX:1",
                                    "/../",
                                    "//",
                                    "%2e%2e%2f",
                                    ";",
                                    "%zz",
                                    "é",
                                    "%ff",
                                    "\\",
                                    "|",
                                    "{}",
                                    " ",
                                    "%25",
                                    "#",
                                    "a".repeat(9_000))
                            + request.target.substring(at);
        }
    },
    QUERY {
        @Override
        void apply(RawRequest request, Random random) {
            request.target +=
                    (request.target.contains("?") ? "&" : "?")
                            + one(
                                    random,
                                    "peildatum=2026-02-30",
                                    "peildatum=",
                                    "peildatum=2025-11-30",
                                    "bekendTot=99999999999999999999",
                                    "bekendTot=-1",
                                    "bekendOp=nu",
                                    "pagina=0",
                                    "paginagrootte=1e3",
                                    "proef=true",
                                    "proef=misschien",
                                    "minstensJournaal=9999",
                                    "onbekend=%0aERROR",
                                    "=",
                                    "&&&",
                                    "%",
                                    "zoek=%00",
                                    "zoek=%e2%80%ae",
                                    "stap=eeuw",
                                    "van=9999-12-31",
                                    "tot=0000-00-00",
                                    "vanaf=0",
                                    "aantal=1001",
                                    "a=1;b=2",
                                    "[]=1");
        }
    },
    HEADER {
        @Override
        void apply(RawRequest request, Random random) {
            request.headers.add(
                    one(
                            random,
                            "Accept: application/json;charset=iso-8859-1",
                            "Accept: text/html",
                            "Accept: */*;q=0",
                            "Accept: nonsense",
                            "Accept: application/pdf",
                            "Accept-Charset: utf-16",
                            "Accept-Encoding: br;q=x, identity;q=0",
                            "Prefer: return=minimal",
                            "If-Match: \"0\"",
                            "If-Match: *",
                            "If-Match: x",
                            "If-Match: W/\"1\", \"2\"",
                            "If-None-Match: *",
                            "If-None-Match: \"x",
                            "Idempotency-Key: a b",
                            "Idempotency-Key: k1",
                            "Idempotency-Key:",
                            "Content-Type: text/plain",
                            "Content-Type: application/json;charset=x",
                            "Content-Type: ;",
                            "Content-Encoding: gzip",
                            "Range: bytes=0-1",
                            "Forwarded: for=evil;host=evil",
                            "X-Forwarded-Host: evil\"",
                            "Cookie: a=\u0001",
                            "Expect: 200-ok",
                            "Authorization: Bearer x.y.z",
                            "Authorization: Basic Zm9v",
                            "Authorization:",
                            "Host: elsewhere",
                            "Transfer-Encoding: gzip",
                            "Transfer-Encoding: chunked, identity",
                            "Content-Length: 1",
                            "Content-Length: -1",
                            "Content-Length: 5, 6",
                            "X: " + "y".repeat(9_000),
                            "Bad Name: 1",
                            ": no name",
                            "X-\u0000: 1",
                            "Upgrade: h2c",
                            "Origin: null",
                            "Last-Event-ID: x"));
        }
    },
    WITHOUT_A_HEADER {
        @Override
        void apply(RawRequest request, Random random) {
            if (!request.headers.isEmpty()) {
                request.headers.remove(random.nextInt(request.headers.size()));
            }
        }
    },
    BYTE {
        @Override
        void apply(RawRequest request, Random random) {
            if (request.body.length > 0) {
                request.body[random.nextInt(request.body.length)] = (byte) random.nextInt(256);
            }
        }
    },
    CUT_OFF {
        @Override
        void apply(RawRequest request, Random random) {
            request.body = Arrays.copyOf(request.body, random.nextInt(request.body.length + 1));
        }
    },
    VALUE {
        @Override
        void apply(RawRequest request, Random random) {
            String body = new String(request.body, StandardCharsets.UTF_8);
            List<String> odd =
                    List.of(
                            "null",
                            "true",
                            "-1",
                            "1e999",
                            "\"\"",
                            "[]",
                            "{}",
                            "\"\\u0000\"",
                            "\"\\ud800\"",
                            "\"2025-02-30\"",
                            "\"\\u202e\"",
                            "99999999999999999999",
                            "\"0205-01-01\"",
                            "[[[[[[[[[[",
                            "\"" + "x".repeat(30_000) + "\"",
                            "[1999]",
                            "\"e\\u0301\"",
                            "01",
                            "NaN",
                            "'x'",
                            "/**/1");
            int colon = body.indexOf(':', random.nextInt(body.length() + 1));
            if (colon >= 0) {
                int end = colon + 1;
                while (end < body.length() && ",}]".indexOf(body.charAt(end)) < 0) {
                    end++;
                }
                body =
                        body.substring(0, colon + 1)
                                + one(random, odd.toArray(String[]::new))
                                + body.substring(end);
                request.body = body.getBytes(StandardCharsets.UTF_8);
            }
        }
    },
    FIELD {
        @Override
        void apply(RawRequest request, Random random) {
            String body = new String(request.body, StandardCharsets.UTF_8);
            if (body.startsWith("{")) {
                String field =
                        one(
                                random,
                                "\"ingangsdatum\":\"2999-01-01\",",
                                "\"kleur\":1,",
                                "\"reden\":\"r\",",
                                "\"reden\":\"a\",\"reden\":\"b\",",
                                "\"\":1,",
                                "\"bron\":null,",
                                "\"leegmaken\":[\"x\"],",
                                "\"als\":{},",
                                "\"titel\":[],",
                                "\"__proto__\":{},",
                                "\"toelichting\":\"\\u0007\",");
                request.body = ("{" + field + body.substring(1)).getBytes(StandardCharsets.UTF_8);
            }
        }
    };

    abstract void apply(RawRequest request, Random random);

    static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
