package nl.peildatum.command.sheet;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the content of an OpenDocument spreadsheet (ODF 1.2, 9), read as a stream: repeats
 * are counted and not expanded, document types are refused, and hidden rows count like any other.
 */
final class OdsContent {

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    private static final int MOST_SPACES = 1_000;
    private static final int MOST_SPACES_IN_ALL = 50_000_000;
    private static final int HIGHEST_ROW = 1 << 30;
    private static final int LONGEST_NUMBER = 40;
    private static final Set<String> CELLS = Set.of("table-cell", "covered-table-cell");
    private static final Pattern FAILED = Pattern.compile("#[A-Z0-9/]+[!?]?|(Err|Fout):\\d+");

    /** What is one space (ODF 1.2, 6.1.2); not several spaces, which spreadsheets write as such. */
    private static final Pattern WHITE = Pattern.compile("(?<! ) *+[\\t\\r\\n][ \\t\\r\\n]*+");

    /** A sheet, with what is wrong in its cells. */
    record Table(String name, Grid grid, SheetFaults faults) {}

    private final XMLStreamReader xml;
    private final List<Table> tables = new ArrayList<>();
    private long spaces;

    private OdsContent(XMLStreamReader xml) {
        this.xml = xml;
    }

    static List<Table> tables(byte[] content) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
        try {
            return new OdsContent(xml).read();
        } finally {
            xml.close();
        }
    }

    private List<Table> read() throws XMLStreamException {
        boolean inSpreadsheet = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (is(OFFICE, "spreadsheet")) {
                    inSpreadsheet = true;
                } else if (inSpreadsheet && is(TABLE, "table")) {
                    table();
                } else if (inSpreadsheet) {
                    skip();
                }
            }
        }
        if (!inSpreadsheet) {
            throw new XMLStreamException("no spreadsheet");
        }
        return tables;
    }

    private boolean is(String namespace, String name) {
        return name.equals(xml.getLocalName()) && namespace.equals(xml.getNamespaceURI());
    }

    /** Passes over an element with all that is in it. */
    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private void table() throws XMLStreamException {
        String name = Objects.requireNonNullElse(xml.getAttributeValue(TABLE, "name"), "");
        Table table = new Table(name, new Grid(), new SheetFaults());
        tables.add(table);
        int number = 1;
        boolean full = false;
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (full || is(TABLE, "shapes")) {
                        skip();
                    } else if (is(TABLE, "table-row")) {
                        int repeated = repeated("number-rows-repeated");
                        full = !row(table, number, repeated);
                        number = Math.min(number + repeated, HIGHEST_ROW);
                    } else {
                        depth++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    /** Reads a row; false when no more can be taken. */
    private boolean row(Table table, int number, int repeated) throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int column = 1;
        int depth = 1;
        boolean tooWide = false;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!TABLE.equals(xml.getNamespaceURI())
                            || !CELLS.contains(xml.getLocalName())) {
                        depth++;
                        continue;
                    }
                    int times = repeated("number-columns-repeated");
                    String text = cell(table, number, column);
                    if (!text.isBlank()) {
                        tooWide |= column + times - 1 > Grid.MOST_COLUMNS;
                        for (int at = column;
                                at < column + times && at <= Grid.MOST_COLUMNS;
                                at++) {
                            while (cells.size() < at - 1) {
                                cells.add("");
                            }
                            cells.add(text);
                        }
                    }
                    column = Math.min(column + times, HIGHEST_ROW);
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
        if (tooWide) {
            table.faults().add(number, null, SheetFaultKind.COLUMNS_TOO_MANY, Grid.MOST_COLUMNS);
        }
        for (int time = 0; time < repeated; time++) {
            Grid.Row row = new Grid.Row(number + time, cells);
            if (row.blank()) {
                return true;
            }
            if (!table.grid().add(row, table.faults())) {
                return false;
            }
        }
        return true;
    }

    private String cell(Table table, int row, int column) throws XMLStreamException {
        String type = xml.getAttributeValue(OFFICE, "value-type");
        String formula = xml.getAttributeValue(TABLE, "formula");
        String date = xml.getAttributeValue(OFFICE, "date-value");
        String number = xml.getAttributeValue(OFFICE, "value");
        String string = xml.getAttributeValue(OFFICE, "string-value");
        boolean merged =
                repeated("number-columns-spanned") > 1 || repeated("number-rows-spanned") > 1;
        String shown = paragraphs();
        if (merged) {
            table.faults().add(row, column, SheetFaultKind.CELLS_MERGED);
        }
        if (formula != null && FAILED.matcher(shown.strip()).matches()) {
            table.faults()
                    .add(row, column, SheetFaultKind.FORMULA_FAILED, SheetWords.quoted(shown));
            return "";
        }
        String text =
                switch (type) {
                    case "date" -> date(date, shown);
                    case "float" -> number(number, shown);
                    case null, default -> shown.isEmpty() && string != null ? string : shown;
                };
        if (formula != null && type == null && text.isBlank()) {
            table.faults().add(row, column, SheetFaultKind.FORMULA_EMPTY);
        }
        return text;
    }

    private static String date(@Nullable String value, String shown) {
        if (value == null || value.length() < 10) {
            return shown;
        }
        try {
            return LocalDate.parse(value.substring(0, 10)).toString();
        } catch (DateTimeException noDate) {
            return shown;
        }
    }

    private static String number(@Nullable String value, String shown) {
        try {
            if (value == null || value.length() > LONGEST_NUMBER) {
                return shown;
            }
            BigDecimal number = new BigDecimal(value);
            return Math.abs((long) number.scale()) > LONGEST_NUMBER
                    ? shown
                    : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException noNumber) {
            return shown;
        }
    }

    /** The text of a cell, a line per paragraph; notes and pictures on it are not part of it. */
    private String paragraphs() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int paragraphs = 0;
        int inParagraph = 0;
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (is(OFFICE, "annotation")
                            || is(TABLE, "table")
                            || is(TEXT, "note")
                            || DRAW.equals(xml.getNamespaceURI())) {
                        skip();
                        continue;
                    }
                    depth++;
                    if (is(TEXT, "p") || is(TEXT, "h")) {
                        if (paragraphs++ > 0) {
                            text.append('\n');
                        }
                        inParagraph = depth;
                    } else if (is(TEXT, "s")) {
                        text.append(" ".repeat(spaces()));
                    } else if (is(TEXT, "tab")) {
                        text.append('\t');
                    } else if (is(TEXT, "line-break")) {
                        text.append('\n');
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == inParagraph) {
                        inParagraph = 0;
                    }
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inParagraph > 0) {
                        text.append(WHITE.matcher(xml.getText()).replaceAll(" "));
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("an entity");
                default -> {}
            }
        }
        return text.toString();
    }

    /** So many spaces; the last thing in a document that could be unpacked without an end. */
    private int spaces() throws XMLStreamException {
        int more = Math.min(count(TEXT, "c"), MOST_SPACES);
        spaces += more;
        if (spaces > MOST_SPACES_IN_ALL) {
            throw new XMLStreamException("nothing but spaces");
        }
        return more;
    }

    private int repeated(String attribute) {
        return count(TABLE, attribute);
    }

    /** A positive number, 1 where it is not given or not one. */
    private int count(String namespace, String attribute) {
        String value = xml.getAttributeValue(namespace, attribute);
        if (value == null || !value.matches("[0-9]{1,9}")) {
            return 1;
        }
        return Math.max(1, Integer.parseInt(value));
    }
}
