package nl.peildatum.command.sheet;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.peildatum.api.FormulaGuard;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table in CSV, as spreadsheets in this country write it: with semicolons, commas or tabs, in
 * UTF-8, UTF-16 with a mark, or Windows-1252.
 */
record CsvGrid(Grid grid, String readAs) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

    /** What a Dutch text can hold beyond ASCII; another old encoding puts its letters elsewhere. */
    private static final Pattern WINDOWS_TEXT =
            Pattern.compile("[\\t\\r\\n -~€…‘’“”–—•\\xA0§«°´·»¼-¿À-ÖØ-öø-ÿ²³×]*");

    /** An opening quotation mark or a closing double one does not stand inside a word. */
    private static final Pattern MARK_IN_WORD = Pattern.compile("\\p{L}[€…‘“”•´·¼-¾²³×]\\p{L}");

    private record Text(String text, String encoding) {}

    static CsvGrid read(byte[] bytes, @Nullable Charset given, SheetFaults faults) {
        Text text = decoded(bytes, given).orElse(null);
        if (text == null) {
            faults.add(null, null, SheetFaultKind.ENCODING_UNKNOWN);
            return new CsvGrid(new Grid(), "");
        }
        char separator =
                SEPARATORS.stream()
                        .max(Comparator.comparingInt(sign -> columns(text.text(), sign)))
                        .orElseThrow();
        return new CsvGrid(
                rows(text.text(), separator, faults),
                SheetWords.of(
                        "READ_AS.CSV", SheetWords.of("SEPARATOR." + separator), text.encoding()));
    }

    private static Optional<Text> decoded(byte[] bytes, @Nullable Charset given) {
        if (given != null && !given.equals(UTF_8)) {
            return strictly(bytes, given);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return strictly(bytes, UTF_16LE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return strictly(bytes, UTF_16BE);
        }
        Optional<Text> utf8 = strictly(bytes, UTF_8);
        return utf8.isPresent() || given != null
                ? utf8
                : strictly(bytes, WINDOWS_1252).filter(CsvGrid::isWindowsText);
    }

    private static boolean isWindowsText(Text text) {
        return matches(WINDOWS_TEXT, text.text()) && !MARK_IN_WORD.matcher(text.text()).find();
    }

    private static boolean matches(Pattern signs, String text) {
        // line by line, for a repetition over a whole document would be long
        return text.lines().allMatch(line -> signs.matcher(line).matches());
    }

    private static Optional<Text> strictly(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(
                    new Text(
                            text.startsWith("\uFEFF") ? text.substring(1) : text,
                            charset.displayName()));
        } catch (CharacterCodingException notInIt) {
            return Optional.empty();
        }
    }

    /** How many known columns the first filled row names when read with this separator. */
    private static int columns(String text, char separator) {
        int from = 0;
        while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        String first = text.substring(from).lines().findFirst().orElse("");
        return (int)
                Stream.of(first.split(Pattern.quote(String.valueOf(separator)), -1))
                        .limit(Grid.MOST_COLUMNS)
                        .flatMap(name -> Column.of(name).stream())
                        .count();
    }

    private static Grid rows(String text, char separator, SheetFaults faults) {
        Grid grid = new Grid();
        if (isTooWide(text, separator, faults)) {
            return grid;
        }
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(separator)
                        .setIgnoreEmptyLines(false)
                        .setIgnoreSurroundingSpaces(true)
                        .get();
        int number = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                number++;
                List<String> cells = record.stream().map(CsvGrid::unguarded).toList();
                if (!grid.add(new Grid.Row(number, cells), faults)) {
                    break;
                }
            }
        } catch (UncheckedIOException | IOException brokenQuotes) {
            faults.add(number + 1, null, SheetFaultKind.QUOTES_BROKEN);
        }
        return grid;
    }

    /** A line of nothing but separators would fill the memory. */
    private static boolean isTooWide(String text, char separator, SheetFaults faults) {
        int line = 1;
        int found = 0;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '\n') {
                line++;
                found = 0;
            } else if (sign == '\r') {
                found = 0;
            } else if (sign == separator && ++found > Grid.MOST_COLUMNS * 10) {
                faults.add(line, null, SheetFaultKind.COLUMNS_TOO_MANY, Grid.MOST_COLUMNS);
                return true;
            }
        }
        return false;
    }

    private static String unguarded(String cell) {
        // one text for all that are empty: a document can hold millions
        return cell.isEmpty() ? "" : FormulaGuard.unguarded(cell);
    }
}
