package nl.peildatum.portal.download;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.api.FormulaGuard;
import nl.peildatum.portal.cut.Known;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/**
 * What a page shows as a file of comma-separated values (RFC 4180), of which no spreadsheet takes a
 * cell for a formula. Every row and its name say of which cut it is.
 */
public final class CsvFile implements View {

    private final String name;
    private final byte[] bytes;

    private CsvFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /**
     * A file of rows.
     *
     * @param what what it has, as a part of its name
     * @param columns the names of the cells, in the interface's own words
     */
    public static CsvFile of(
            String programme,
            String what,
            Known known,
            List<String> columns,
            List<List<String>> rows) {
        List<String> cut = row(programme, known.peildatum(), known.bekendTot(), known.bekendOp());
        String text =
                Stream.concat(
                                Stream.of(
                                        line(
                                                List.of(
                                                        "programma",
                                                        "peildatum",
                                                        "bekendTot",
                                                        "bekendOp"),
                                                columns)),
                                rows.stream().map(row -> line(cut, row)))
                        .collect(Collectors.joining());
        return new CsvFile(
                name(programme + "_" + what, known, "csv"), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The cells of a row; what is not there is empty. */
    public static List<String> row(@Nullable Object... cells) {
        return Arrays.stream(cells).map(cell -> Objects.toString(cell, "")).toList();
    }

    /** The name of a file that says of which cut it is. */
    static String name(String what, Known known, String extension) {
        return "%s_%s_t-m-regel-%d.%s"
                .formatted(what, known.peildatum(), known.bekendTot(), extension);
    }

    private static String line(List<String> first, List<String> rest) {
        return Stream.of(first, rest)
                .flatMap(List::stream)
                .map(cell -> '"' + FormulaGuard.guarded(cell).replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8;header=present");
        response.setContentLength(bytes.length);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.getOutputStream().write(bytes);
    }
}
