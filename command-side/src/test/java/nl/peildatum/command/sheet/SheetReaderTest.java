package nl.peildatum.command.sheet;

import static nl.peildatum.command.sheet.OdsFiles.date;
import static nl.peildatum.command.sheet.OdsFiles.number;
import static nl.peildatum.command.sheet.OdsFiles.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.peildatum.command.sheet.SheetReader.Asked;
import nl.peildatum.command.status.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTest {

    private static final LocalDate REPORT_DATE = LocalDate.parse("2026-03-31");
    private static final Asked ASKED =
            new Asked(
                    REPORT_DATE,
                    LocalDate.parse("2026-04-02"),
                    statuses(),
                    Set.of("3", "22", "24", "extra-1"));
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static Map<String, Standing> statuses() {
        Map<String, Standing> statuses = new LinkedHashMap<>();
        statuses.put("Afgerond", Standing.COMPLETED);
        statuses.put("In uitvoering", Standing.IN_PROGRESS);
        statuses.put("In uitvoering, vertraging", Standing.DELAYED);
        statuses.put("IN_UITVOERING_VERTRAGING", Standing.DELAYED);
        statuses.put("Vervallen", Standing.WITHDRAWN);
        return statuses;
    }

    private static SheetReading csv(String text) {
        return SheetReader.readCsv(text.getBytes(StandardCharsets.UTF_8), null, ASKED);
    }

    private static SheetReading ods(String... rows) {
        return SheetReader.readOds(OdsFiles.rows(String.join("", rows)), ASKED);
    }

    private static List<Update> updates(SheetReading reading) {
        assertThat(reading).as(reading.toString()).isInstanceOf(Sheet.class);
        return ((Sheet) reading).updates();
    }

    private static Update only(SheetReading reading) {
        assertThat(updates(reading)).hasSize(1);
        return updates(reading).getFirst();
    }

    private static List<String> faults(SheetReading reading) {
        assertThat(reading).as(reading.toString()).isInstanceOf(UnreadableSheet.class);
        return ((UnreadableSheet) reading)
                .faults().stream()
                        .map(
                                fault ->
                                        "%s,%s %s"
                                                .formatted(
                                                        fault.row(), fault.column(), fault.kind()))
                        .toList();
    }

    // --- columns

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actie;status;ingangsdatum;reden;toelichting\n24;Afgerond;2026-03-15;klaar;Tekst",
                "actie,status,ingangsdatum,reden,toelichting\n24,Afgerond,2026-03-15,klaar,Tekst",
                "actie\tstatus\tingangsdatum\treden\ttoelichting\n24\tAfgerond\t15-3-2026\tklaar\tTekst",
                " Toelichting ;REDEN; Ingangs Datum;Status;Actie\r\nTekst;klaar;15-03-2026;afgerond;24\r\n",
                "\uFEFFActienummer;Status;Datum;Reden;Toelichting\r24;AFGEROND;2026-03-15;klaar;Tekst\r",
                "\n\n\"actie\";\"status\";\"ingangsdatum\";\"reden\";\"toelichting\"\n;;;;\n 24 ; \"Afgerond\" ;2026-03-15;\"klaar\";\"Tekst\"\n;;;;\n"
            })
    void columns_are_known_by_name_in_any_order_and_with_any_separator(String text) {
        Update update = only(csv(text));
        assertThat(update.action()).isEqualTo("24");
        assertThat(update.status()).isEqualTo(Standing.COMPLETED);
        assertThat(update.on()).isEqualTo(LocalDate.parse("2026-03-15"));
        assertThat(update.reason()).isEqualTo("klaar");
        assertThat(update.explanation()).isEqualTo("Tekst");
        assertThat(update.informative()).isEmpty();
    }

    @Test
    void what_is_left_empty_stays_as_it_is_and_holds_from_the_report_date() {
        Update update = only(csv("actie;status;reden;toelichting;verwachte afronding\n22;;;;\n"));
        assertThat(update.status()).isNull();
        assertThat(update.reason()).isNull();
        assertThat(update.explanation()).isNull();
        assertThat(update.expectedCompletion()).isNull();
        assertThat(update.on()).isEqualTo(REPORT_DATE);
        assertThat(update.emptied())
                .containsExactlyInAnyOrder(
                        Column.STATUS,
                        Column.REASON,
                        Column.EXPLANATION,
                        Column.EXPECTED_COMPLETION);
        assertThat(only(csv("actie;status\n22;Afgerond\n")).emptied()).isEmpty();
        assertThat(only(csv("actie;status;toelichting\n22;Afgerond\n")).emptied()).isEmpty();
        assertThat(only(ods(row("actie", "toelichting"), row("22"))).emptied())
                .containsExactly(Column.EXPLANATION);
    }

    // --- cells that shifted

    @Test
    void a_status_whose_comma_was_not_quoted_is_refused_with_its_row() {
        assertThat(faults(csv("actie,status,reden\n22,In uitvoering, vertraging\n24,Afgerond,x\n")))
                .containsExactly("2,2 STATUS_SPLIT");
        assertThat(faults(csv("actie;status;reden\n22;In uitvoering;vertraging\n")))
                .containsExactly("2,2 STATUS_SPLIT");
        assertThat(faults(csv("actie,huidige status,titel\n22,In uitvoering, vertraging\n")))
                .containsExactly("2,2 STATUS_SPLIT");
        assertThat(
                        only(csv(
                                        "actie,status,reden\n22,\"In uitvoering, vertraging\",vertraging\n"))
                                .reason())
                .isEqualTo("vertraging");
        assertThat(
                        only(ods(
                                        row("actie", "status", "reden"),
                                        row("22", "In uitvoering", "vertraging")))
                                .reason())
                .isEqualTo("vertraging");
    }

    @Test
    void a_row_of_more_cells_than_there_are_columns_is_refused() {
        assertThat(faults(csv("actie,status,reden\n22,Afgerond,een, \n24,Afgerond,x\n")))
                .containsExactly("2,4 CELLS_TOO_MANY");
        assertThat(faults(csv("actie;status\n22;Afgerond;;;\n")))
                .containsExactly("2,3 CELLS_TOO_MANY");
        // a spreadsheet has cells without an end
        assertThat(updates(ods(row("actie", "status"), row("22", "Afgerond", "", "")))).hasSize(1);
    }

    @Test
    void a_date_that_informs_is_read_in_either_way() {
        assertThat(
                        updates(csv("actie;status sinds\n22;15-2-2026\n24;2026-02-15\n3;ooit\n"))
                                .stream()
                                .map(update -> update.informative().get(Column.CURRENT_SINCE)))
                .containsExactly("2026-02-15", "2026-02-15", "ooit");
    }

    @Test
    void the_columns_of_the_template_that_inform_are_known_and_others_are_not() {
        assertThat(
                        only(csv(
                                        "actie;titel;actielijn;huidige status;status sinds\n3;Titel;2;Afgerond;"))
                                .informative())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                Column.TITLE, "Titel",
                                Column.LINE, "2",
                                Column.CURRENT_STATUS, "Afgerond"));
        assertThat(faults(csv("actie;kleur;status;Status;\n22;rood;;;x\n")))
                .containsExactly(
                        "1,2 COLUMN_UNKNOWN", "1,4 COLUMN_DUPLICATE", "2,5 COLUMN_UNNAMED");
        assertThat(faults(csv("status;reden\nAfgerond;x\n")))
                .containsExactly("1,null COLUMN_MISSING");
        assertThat(faults(csv("actie;toelichting\n22;een; twee\n")))
                .containsExactly("2,3 COLUMN_UNNAMED");
    }

    // --- what is in a row

    @ParameterizedTest
    @CsvSource({
        "Afgerond, COMPLETED",
        "AFGEROND, COMPLETED",
        "'in uitvoering, vertraging', DELAYED",
        "In  uitvoering , IN_PROGRESS",
        "IN_UITVOERING_VERTRAGING, DELAYED",
        "vervallen, WITHDRAWN"
    })
    void a_status_is_a_code_or_a_label(String written, Standing standing) {
        assertThat(only(csv("actie;status\n22;\"" + written + "\"\n")).status())
                .isEqualTo(standing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31-2-2026",
                "2026-02-30",
                "15/3/2026",
                "15-3-26",
                "3-15-2026",
                "46096",
                "morgen",
                "2026-3-15"
            })
    void what_is_no_date_is_a_fault(String written) {
        assertThat(faults(csv("actie;ingangsdatum\n22;" + written)))
                .containsExactly("2,2 DATE_UNREADABLE");
    }

    @Test
    void every_fault_is_named_at_once_with_its_row_and_column() {
        assertThat(
                        faults(
                                csv(
                                        """
                                        actie;status;ingangsdatum;verwachte afronding
                                        22;Klaar;2026-04-03;ooit

                                        99;Afgerond;2026-04-02;2027-01-01
                                        22;;;
                                        ;Afgerond;;
                                        """)))
                .containsExactly(
                        "2,2 STATUS_UNKNOWN",
                        "2,3 DATE_IN_FUTURE",
                        "2,4 DATE_UNREADABLE",
                        "4,1 ACTION_UNKNOWN",
                        "5,1 ACTION_DUPLICATE",
                        "6,1 ACTION_MISSING");
    }

    @Test
    void texts_that_cannot_be_kept_are_faults() {
        assertThat(
                        faults(
                                csv(
                                        "actie;reden;toelichting\n22;\u0001;"
                                                + "x".repeat(20_001)
                                                + "\n24;"
                                                + "x".repeat(4_001)
                                                + ";"
                                                + "x".repeat(20_000))))
                .containsExactly("2,2 TEXT_UNSTORABLE", "2,3 TEXT_TOO_LONG", "3,2 TEXT_TOO_LONG");
    }

    @Test
    void a_text_keeps_its_lines_quotes_and_separators() {
        assertThat(
                        only(csv("actie;toelichting\r\n22;\"Eén; \"\"twee\"\"\r\n\r\ndrie\"\r\n"))
                                .explanation())
                .isEqualTo("Eén; \"twee\"\n\ndrie");
    }

    @Test
    void the_guard_before_what_looks_like_a_formula_is_no_part_of_the_text() {
        assertThat(only(csv("actie;toelichting\n22;'=1+1\n")).explanation()).isEqualTo("=1+1");
        assertThat(only(csv("actie;toelichting\n22;''- x\n")).explanation()).isEqualTo("'- x");
        assertThat(only(csv("actie;toelichting\n22;'s morgens\n")).explanation())
                .isEqualTo("'s morgens");
    }

    // --- encodings and quotes

    @Test
    void an_encoding_is_recognised_or_refused() {
        String text = "actie;toelichting\n22;Eén coördinator’s € 5 – ‘ïs’\n";
        String expected = "Eén coördinator’s € 5 – ‘ïs’";
        for (byte[] bytes :
                List.of(
                        text.getBytes(StandardCharsets.UTF_8),
                        ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                        ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                        ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE),
                        text.getBytes(WINDOWS))) {
            assertThat(only(SheetReader.readCsv(bytes, null, ASKED)).explanation())
                    .isEqualTo(expected);
        }
        assertThat(only(SheetReader.readCsv(text.getBytes(WINDOWS), WINDOWS, ASKED)).explanation())
                .isEqualTo(expected);
        assertThat(((Sheet) SheetReader.readCsv(text.getBytes(WINDOWS), null, ASKED)).readAs())
                .isEqualTo("CSV met een puntkomma tussen de kolommen, tekens als windows-1252");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM850", "x-MacRoman"})
    void letters_of_another_old_encoding_are_not_taken_for_others(String charset) {
        byte[] bytes =
                "actie;toelichting\n22;coördinatie van één ding\n"
                        .getBytes(Charset.forName(charset));
        assertThat(faults(SheetReader.readCsv(bytes, null, ASKED)))
                .containsExactly("null,null ENCODING_UNKNOWN");
    }

    @Test
    void bytes_that_are_not_in_the_given_charset_are_refused() {
        byte[] bytes = "actie\n22é\n".getBytes(WINDOWS);
        assertThat(faults(SheetReader.readCsv(bytes, StandardCharsets.UTF_8, ASKED)))
                .containsExactly("null,null ENCODING_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actie;reden\n3;goed\n22;\"open\n24;dicht\n",
                "actie;reden\n3;goed\n22;\"half\" open\n24;dicht\n"
            })
    void broken_quotes_are_named_with_the_row_where_reading_ends(String text) {
        assertThat(faults(csv(text))).containsExactly("3,null QUOTES_BROKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF", ";;;\n;;\n"})
    void nothing_is_no_sheet(String text) {
        assertThat(faults(csv(text))).containsExactly("null,null EMPTY");
    }

    @Test
    void names_of_columns_alone_ask_for_nothing() {
        assertThat(updates(csv("actie;status\n"))).isEmpty();
    }

    // --- size

    @Test
    @Timeout(20)
    void a_million_rows_are_refused_and_a_million_empty_ones_are_not() {
        assertThat(faults(csv("actie\n" + "22\n".repeat(1_000_000))))
                .contains("10002,null ROWS_TOO_MANY");
        assertThat(only(csv("actie;status\n22;Afgerond\n" + ";\n".repeat(1_000_000))).status())
                .isEqualTo(Standing.COMPLETED);
    }

    @Test
    @Timeout(20)
    void a_row_without_an_end_is_refused() {
        assertThat(faults(csv("actie;status\n22" + ";".repeat(9_000_000))))
                .containsExactly("2,null COLUMNS_TOO_MANY");
    }

    // --- ODS

    @Test
    void cells_are_read_for_what_they_are() {
        List<Update> updates =
                updates(
                        ods(
                                row("Actie", "Status", "Ingangsdatum", "Toelichting", "Actielijn"),
                                row(
                                        number("22"),
                                        "Afgerond",
                                        date("2026-03-15"),
                                        "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>niet dit</text:p></office:annotation><text:p>Een<text:s text:c=\"2\"/><text:span>twee</text:span></text:p><text:p/><text:p>drie<text:line-break/>vier</text:p><draw:frame><text:p>plaatje</text:p></draw:frame></table:table-cell>",
                                        number("4.0")),
                                "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>",
                                row("24", "<table:table-cell/>", date("2026-03-16T00:00:00"))));
        assertThat(updates).hasSize(2);
        assertThat(updates.getFirst().action()).isEqualTo("22");
        assertThat(updates.getFirst().on()).isEqualTo(LocalDate.parse("2026-03-15"));
        assertThat(updates.getFirst().explanation()).isEqualTo("Een  twee\n\ndrie\nvier");
        assertThat(updates.getFirst().informative()).containsEntry(Column.LINE, "4");
        assertThat(updates.getLast().row()).isEqualTo(1_048_003);
        assertThat(updates.getLast().on()).isEqualTo(LocalDate.parse("2026-03-16"));
    }

    @Test
    void several_spaces_stay_and_a_line_end_of_the_file_is_one_space() {
        assertThat(
                        only(ods(
                                        row("actie", "toelichting"),
                                        row(
                                                "22",
                                                "<table:table-cell><text:p>x  - a   b \n   c</text:p><text:p> d</text:p></table:table-cell>")))
                                .explanation())
                .isEqualTo("x  - a   b c\n d");
    }

    @Test
    void a_day_in_one_digit_is_a_date_as_a_spreadsheet_saved_it() {
        assertThat(only(csv("actie;ingangsdatum\n22;2026-03-1")).on())
                .isEqualTo(LocalDate.parse("2026-03-01"));
    }

    @Test
    @Timeout(10)
    void spaces_without_an_end_are_read_in_time() {
        String spaces = " ".repeat(5_000_000);
        assertThat(ods(row("actie"), row("22" + spaces))).isInstanceOf(Sheet.class);
    }

    @Test
    void a_formula_is_its_outcome_and_without_one_a_fault() {
        assertThat(
                        only(ods(
                                        row("actie", "status"),
                                        row(
                                                "<table:table-cell table:formula=\"of:=20+2\" office:value-type=\"float\" office:value=\"22\"><text:p>22</text:p></table:table-cell>",
                                                "<table:table-cell table:formula=\"of:=A1\" office:value-type=\"string\" office:string-value=\"Afgerond\"/>")))
                                .status())
                .isEqualTo(Standing.COMPLETED);
        assertThat(
                        faults(
                                ods(
                                        row("actie", "status", "reden"),
                                        row(
                                                "22",
                                                "<table:table-cell table:formula=\"of:=A1\"/>",
                                                "<table:table-cell table:formula=\"of:=A1\" office:value-type=\"string\"><text:p>#N/A</text:p></table:table-cell>"))))
                .containsExactly("2,2 FORMULA_EMPTY", "2,3 FORMULA_FAILED");
    }

    @Test
    void merged_cells_are_named_and_hidden_rows_count() {
        assertThat(
                        faults(
                                ods(
                                        row("actie", "status"),
                                        row(
                                                "22",
                                                "<table:table-cell table:number-rows-spanned=\"2\"><text:p>Afgerond</text:p></table:table-cell>"),
                                        row("24", "<table:covered-table-cell/>"))))
                .containsExactly("2,2 CELLS_MERGED");
        assertThat(
                        updates(
                                ods(
                                        row("actie"),
                                        row("22")
                                                .replace(
                                                        "<table:table-row>",
                                                        "<table:table-row table:visibility=\"collapse\">"),
                                        row("24"))))
                .hasSize(2);
    }

    @Test
    void of_several_sheets_the_one_that_names_actions_is_read() {
        String help = OdsFiles.table("Uitleg", row("Zo vult u het in"));
        String actions = OdsFiles.table("Acties", row("actie") + row("22"));
        SheetReading read = SheetReader.readOds(OdsFiles.tables(help + actions), ASKED);
        assertThat(updates(read)).hasSize(1);
        assertThat(((Sheet) read).readAs()).isEqualTo("het blad ‘Acties’");
        assertThat(
                        faults(
                                SheetReader.readOds(
                                        OdsFiles.tables(
                                                actions + OdsFiles.table("Oud", row("ACTIE"))),
                                        ASKED)))
                .containsExactly("null,null SHEET_UNCLEAR");
        assertThat(faults(SheetReader.readOds(OdsFiles.tables(help + help), ASKED)))
                .containsExactly("null,null SHEET_UNKNOWN");
        assertThat(faults(SheetReader.readOds(OdsFiles.tables(""), ASKED)))
                .containsExactly("null,null EMPTY");
    }

    @Test
    @Timeout(20)
    void repeats_are_counted_and_not_expanded() {
        assertThat(
                        faults(
                                ods(
                                        row("actie"),
                                        row("22")
                                                .replace(
                                                        "<table:table-row>",
                                                        "<table:table-row table:number-rows-repeated=\"999999999\">"))))
                .contains("10002,null ROWS_TOO_MANY");
        assertThat(
                        faults(
                                ods(
                                        row("actie"),
                                        row(
                                                "22",
                                                "<table:table-cell table:number-columns-repeated=\"999999999\"><text:p>x</text:p></table:table-cell>"))))
                .contains("2,null COLUMNS_TOO_MANY");
        assertThat(faults(ods(row("actie" + "<text:s text:c=\"999999999\"/>".repeat(100_000)))))
                .containsExactly("null,null ODS_BROKEN");
    }

    @Test
    @Timeout(20)
    void what_is_no_spreadsheet_is_refused() throws IOException {
        for (byte[] bytes :
                List.of(
                        new byte[0],
                        "actie;status".getBytes(StandardCharsets.UTF_8),
                        OdsFiles.zip(Map.of("xl/workbook.xml", new byte[] {'<'})),
                        OdsFiles.zip(
                                Map.of(
                                        "mimetype",
                                        "application/zip".getBytes(StandardCharsets.UTF_8))))) {
            assertThat(faults(SheetReader.readOds(bytes, ASKED)))
                    .containsExactly("null,null NOT_ODS");
        }
        byte[] whole = OdsFiles.rows(row("actie") + row("22"));
        byte[] half = new byte[whole.length / 2];
        System.arraycopy(whole, 0, half, 0, half.length);
        assertThat(faults(SheetReader.readOds(half, ASKED))).hasSize(1);
        assertThat(faults(SheetReader.readOds(OdsFiles.content("geen xml"), ASKED)))
                .containsExactly("null,null ODS_BROKEN");
        Map<String, byte[]> bomb = new LinkedHashMap<>();
        bomb.put("Pictures/0.png", new byte[65 * 1024 * 1024]);
        byte[] packed = OdsFiles.zip(bomb);
        assertThat(packed).hasSizeLessThan(100_000);
        assertThat(faults(SheetReader.readOds(packed, ASKED)))
                .containsExactly("null,null ODS_TOO_LARGE");
    }

    @Test
    @Timeout(20)
    void no_entity_is_followed_outwards_or_inwards() {
        String evil =
                """
                <?xml version="1.0"?>
                <!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "lol">]>
                <office:document-content %s><office:body><office:spreadsheet>%s</office:spreadsheet>
                </office:body></office:document-content>"""
                        .formatted(
                                OdsFiles.namespaces(),
                                OdsFiles.table("x", row("actie") + row("&a;&b;")));
        assertThat(faults(SheetReader.readOds(OdsFiles.content(evil), ASKED)))
                .containsExactly("null,null ODS_BROKEN");
    }

    // --- words

    @ParameterizedTest
    @EnumSource(SheetFaultKind.class)
    void every_fault_has_its_sentence(SheetFaultKind kind) {
        assertThat(SheetWords.of(kind.name(), "een", "twee", "drie"))
                .endsWith(".")
                .doesNotContain("{");
    }

    @Test
    void what_sods_writes_is_read() throws IOException {
        com.github.miachm.sods.Sheet sheet = new com.github.miachm.sods.Sheet("Acties", 2, 4);
        Object[][] cells = {
            {"actie", "status", "ingangsdatum", "toelichting"},
            {22, "Afgerond", LocalDate.parse("2026-03-15"), "Een  twee\n\ndrie\tvier"}
        };
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 4; column++) {
                sheet.getRange(row, column).setValue(cells[row][column]);
            }
        }
        com.github.miachm.sods.SpreadSheet book = new com.github.miachm.sods.SpreadSheet();
        book.appendSheet(sheet);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.save(out);
        Update update = only(SheetReader.readOds(out.toByteArray(), ASKED));
        assertThat(update.action()).isEqualTo("22");
        assertThat(update.on()).isEqualTo(LocalDate.parse("2026-03-15"));
        assertThat(update.explanation()).isEqualTo("Een  twee\n\ndrie\tvier");
    }
}
