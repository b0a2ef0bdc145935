package nl.peildatum.query.api.overview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.peildatum.eventstore.Act;
import nl.peildatum.look.Look;
import nl.peildatum.look.Sign;
import nl.peildatum.look.Theme;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.cut.Cut;
import nl.peildatum.query.api.dashboard.Counts;
import nl.peildatum.query.api.overview.Overview.Block;
import nl.peildatum.query.api.overview.Overview.Line;
import nl.peildatum.query.api.overview.Overview.Member;
import nl.peildatum.query.api.overview.Overview.NotIncluded;
import nl.peildatum.query.api.overview.Overview.Withdrawn;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class OverviewFormatsTest {
    private static final List<String> HOSTILE =
            List.of(
                    "Aan “haal” 'tekens' \"dubbel\"",
                    "<script>alert('x')</script><img src=x onerror=alert(1)>",
                    "</style></title>]]><!-- &amp; &lt; & <",
                    "eerste regel\nen tweede\n\nalinea\ttab",
                    "| a | b |; c, d",
                    "# kop\n## ACTIES",
                    "=HYPERLINK(\"http://x\";\"y\")",
                    "+1+2",
                    "-2+3",
                    "@SUM(A1)",
                    "＝1",
                    "👩\u200D⚕\uFE0F 🟢 漢字 e\u0301 \uE000",
                    "שלום עולם مرحبا \u202Eom",
                    "**vet** en **",
                    "zacht\u00ADkoppel\u200Bteken\u00A0vast\u2028regel",
                    "\uFFFD",
                    "a".repeat(20_000),
                    "lang woord ".repeat(1_818).strip());

    static List<String> hostile() {
        return HOSTILE;
    }

    private static Overview with(String text) {
        String line = text.replace('\n', ' ').replace('\t', ' ');
        String title = line.substring(0, Math.min(line.length(), 1_000));
        List<Block> blocks =
                List.of(
                        new Block(
                                "3/4",
                                false,
                                List.of(new Member("3", 1), new Member("4", 2)),
                                title,
                                StatusCode.IN_UITVOERING_VERTRAGING,
                                List.of(2024, 2025, 2027),
                                text),
                        new Block(
                                title.substring(0, title.offsetByCodePoints(0, 1)),
                                true,
                                List.of(new Member("x", null)),
                                null,
                                StatusCode.AFGEROND,
                                List.of(),
                                null));
        Counts counts =
                Counts.of(StatusCode.IN_UITVOERING_VERTRAGING, 2)
                        .plus(Counts.of(StatusCode.AFGEROND, 1));
        return new Overview(
                new Cut(
                        "p",
                        LocalDate.parse("2026-03-29"),
                        7,
                        Instant.parse("2026-03-29T01:30:00Z")),
                title,
                List.of(title),
                counts,
                List.of(
                        new Line(
                                1,
                                title,
                                title,
                                text,
                                text,
                                List.of(text, "doel"),
                                text,
                                List.of(text),
                                counts,
                                blocks),
                        new Line(
                                2,
                                "Leeg",
                                "Leeg",
                                null,
                                null,
                                List.of(),
                                null,
                                List.of(),
                                Counts.NONE,
                                List.of())),
                List.of(new NotIncluded("31", null, text), new NotIncluded("32", title, null)),
                List.of(new Withdrawn("33", title, text, LocalDate.parse("2026-02-28"))),
                List.of("98", "99"));
    }

    private static Overview empty() {
        return new Overview(
                new Cut("leeg", LocalDate.parse("2020-01-01"), 0, null),
                null,
                List.of(),
                Counts.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    // --- HTML

    @ParameterizedTest
    @MethodSource("hostile")
    void a_page_holds_every_text_as_text(String text) throws Exception {
        String html = new String(new OverviewHtml().write(with(text)), UTF_8);
        Document page = xml(html);
        NodeList all = page.getElementsByTagName("*");
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add(all.item(i).getNodeName());
        }
        assertThat(new TreeSet<>(elements))
                .doesNotContain("script", "img", "link", "iframe", "object", "form");
        assertThat(squeezed(page.getElementsByTagName("article").item(0).getTextContent()))
                .contains(squeezed(text.replace("**vet**", "vet")));
        NodeList links = page.getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            assertThat(links.item(i).getAttributes().getNamedItem("href").getNodeValue())
                    .startsWith("#");
        }
        assertThat(page.getElementsByTagName("style").getLength()).isEqualTo(1);
        assertThat(page.getElementsByTagName("style").item(0).getTextContent())
                .doesNotContain("http", "@import", "url(");
    }

    @Test
    void a_page_says_in_which_language_it_is_and_about_which_cut() throws Exception {
        Document page = xml(new String(new OverviewHtml().write(with("Tekst")), UTF_8));
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("nl");
        assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
        assertThat(page.getElementsByTagName("main").getLength()).isEqualTo(1);
        assertThat(page.getElementsByTagName("header").item(0).getTextContent())
                .contains("29 maart 2026", "journaalnummer 7", "29 maart 2026 om 03:30:00 uur");
        assertThat(page.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Monitoringsoverzicht Tekst, 29 maart 2026");
        String text = page.getDocumentElement().getTextContent();
        assertThat(text)
                .contains(
                        "Telt als 2 acties: 3, 4", "2024–2025, 2027", "28 februari 2026", "98, 99");
    }

    @Test
    void what_people_dress_is_dressed_and_what_they_list_is_a_list() throws Exception {
        Document page =
                xml(
                        new String(
                                new OverviewHtml()
                                        .write(
                                                with(
                                                        "Met **nadruk** en _klem_:\n- een\n- twee\n\n3. drie")),
                                UTF_8));
        Element action = (Element) page.getElementsByTagName("article").item(0);
        assertThat(texts(action, "strong")).containsExactly("nadruk");
        assertThat(texts(action, "em")).containsExactly("klem");
        assertThat(texts(action, "li")).containsExactly("een", "twee", "drie");
        assertThat(((Element) action.getElementsByTagName("ol").item(0)).getAttribute("start"))
                .isEqualTo("3");
    }

    @Test
    void every_link_leads_to_a_place_on_the_page_and_a_label_to_the_other_it_names()
            throws Exception {
        Document page = xml(new String(new OverviewHtml().write(parted()), UTF_8));
        List<String> places = new ArrayList<>();
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("id");
            if (!id.isEmpty()) {
                places.add("#" + id);
            }
        }
        assertThat(places).doesNotHaveDuplicates().contains("#actie-31", "#actie-33");
        List<String> links = new ArrayList<>();
        NodeList anchors = page.getElementsByTagName("a");
        for (int i = 0; i < anchors.getLength(); i++) {
            links.add(((Element) anchors.item(i)).getAttribute("href"));
        }
        assertThat(places).containsAll(links);
        assertThat(links).contains("#actielijn-1", "#niet-opgenomen", "#vervallen", "#actie-4");
    }

    /** What both forms say of the counts, in the order in which they are drawn. */
    private static final List<String> BARS =
            List.of(
                    "Alle actielijnen, 3 acties: 1 afgerond, 2 met vertraging.",
                    "1. Titel, 3 acties: 1 afgerond, 2 met vertraging.");

    @Test
    void the_whole_and_every_line_with_actions_has_its_bar() throws Exception {
        Document page = xml(new String(new OverviewHtml().write(with("Titel")), UTF_8));
        List<String> titles = texts(page.getDocumentElement(), "title");
        assertThat(titles.subList(1, titles.size())).isEqualTo(BARS);
    }

    /** Of 3/4 each says its own number, since they do not agree. */
    private static Overview parted() {
        Overview whole = with("Titel");
        Line line = whole.lines().getFirst();
        List<Block> blocks =
                Stream.of("3", "4")
                        .map(
                                code ->
                                        new Block(
                                                "3/4",
                                                true,
                                                List.of(new Member(code, null)),
                                                "Titel",
                                                code.equals("3")
                                                        ? StatusCode.AFGEROND
                                                        : StatusCode.DOORLOPEND,
                                                List.of(),
                                                null))
                        .toList();
        return new Overview(
                whole.cut(),
                whole.name(),
                whole.publishers(),
                whole.total(),
                List.of(
                        new Line(
                                1,
                                line.title(),
                                line.longTitle(),
                                null,
                                null,
                                List.of(),
                                null,
                                List.of(),
                                line.counts(),
                                blocks)),
                whole.notIncluded(),
                whole.withdrawn(),
                whole.unrecorded());
    }

    private static List<String> texts(Element around, String name) {
        NodeList found = around.getElementsByTagName(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().strip());
        }
        return texts;
    }

    private static Document xml(String html) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    // --- CSV and ODS

    @ParameterizedTest
    @MethodSource("hostile")
    void every_action_is_a_row_whose_cells_no_spreadsheet_takes_for_a_formula(String text)
            throws IOException {
        byte[] bytes = new OverviewCsv().write(with(text));
        List<CSVRecord> rows;
        try (CSVParser csv =
                CSVParser.parse(
                        new String(bytes, UTF_8),
                        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            rows = csv.getRecords();
        }
        assertThat(rows.stream().map(row -> row.get("actie")))
                .containsExactly("3", "4", "x", "31", "32", "33", "98", "99");
        String cell = rows.getFirst().get("toelichting");
        assertThat(cell.startsWith("'") ? cell.substring(1) : cell).isEqualTo(text);
        for (CSVRecord row : rows) {
            assertThat(row.toList())
                    .allSatisfy(value -> assertThat(value).doesNotMatch("(?s)[=+\\-@\t\r＝＋－＠].*"));
        }
        assertThat(rows.get(0).get("status")).isEqualTo("IN_UITVOERING_VERTRAGING");
        assertThat(rows.get(5).get("vervallenSinds")).isEqualTo("2026-02-28");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_spreadsheet_has_totals_actions_and_legend(String text) throws IOException {
        byte[] bytes = new OverviewOds().write(with(text));
        SpreadSheet book = new SpreadSheet(new ByteArrayInputStream(bytes));
        assertThat(book.getSheets().stream().map(Sheet::getName))
                .containsExactly("Dashboard totaaloverzicht", "Acties", "Legenda");
        Object[][] totals = book.getSheet(0).getDataRange().getValues();
        assertThat(Arrays.asList(totals[totals.length - 1]).subList(1, 8))
                .isEqualTo(List.of("Alle actielijnen", 3.0, 1.0, 0.0, 2.0, 0.0, 0.0));
        Object[][] actions = book.getSheet(1).getDataRange().getValues();
        assertThat(actions).hasNumberOfRows(9);
        int explanation = Rows.HEADER.indexOf("toelichting");
        assertThat(squeezed(String.valueOf(actions[1][explanation]))).isEqualTo(squeezed(text));
        assertThat(
                        Arrays.stream(book.getSheet(1).getDataRange().getFormulas())
                                .flatMap(Arrays::stream))
                .containsOnlyNulls();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            ZipEntry first = zip.getNextEntry();
            assertThat(first).isNotNull();
            assertThat(first.getName()).isEqualTo("mimetype");
            assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
        }
    }

    // --- PDF

    @ParameterizedTest
    @MethodSource("hostile")
    void a_pdf_is_accessible_whatever_its_texts_say(String text) throws Exception {
        assertThat(faults(new OverviewPdf().write(with(text)))).isEmpty();
    }

    /** What is read as XML is counted by limits of the JDK, each of these characters too. */
    @Test
    void a_pdf_holds_as_many_signs_of_markup_as_are_written() throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(new OverviewPdf().write(with("<&> ".repeat(20_000) + "einde")))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<&> einde");
        }
    }

    @Test
    void an_empty_pdf_is_accessible() throws Exception {
        assertThat(faults(new OverviewPdf().write(empty()))).isEmpty();
    }

    /** What veraPDF has against a document by PDF/UA-1. */
    private static List<String> faults(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(100);
            return result.getTestAssertions().stream()
                    .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                    .map(one -> one.getRuleId().getClause() + " " + one.getMessage())
                    .distinct()
                    .toList();
        }
    }

    @Test
    void a_pdf_tells_its_cut_on_every_page_and_holds_everything() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(new OverviewPdf().write(with(HOSTILE.getLast())))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(5);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(page);
                text.setEndPage(page);
                assertThat(text.getText(pdf))
                        .contains(
                                "Peildatum: 29 maart 2026",
                                "Bekend tot en met: journaalnummer 7",
                                "Pagina " + page + " / " + pdf.getNumberOfPages());
            }
            String all = new PDFTextStripper().getText(pdf);
            assertThat(all)
                    .contains(
                            "Legenda",
                            "De actie is momenteel in uitvoering.",
                            "Alle actielijnen",
                            "Telt als 2 acties: 3, 4",
                            "2024–2025, 2027",
                            "Niet vastgelegd");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("nl");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Monitoringsoverzicht ");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks)
                    .startsWith("Legenda", "Dashboard totaaloverzicht")
                    .endsWith("Actielijn 2 – Leeg");
        }
    }

    @Test
    void every_link_in_a_pdf_leads_somewhere_and_says_where() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(new OverviewPdf().write(parted()))) {
            List<String> links = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (PDAnnotation one : page.getAnnotations()) {
                    PDAnnotationLink link = (PDAnnotationLink) one;
                    PDPageDestination place =
                            link.getDestination() instanceof PDPageDestination direct
                                    ? direct
                                    : (PDPageDestination)
                                            ((PDActionGoTo) link.getAction()).getDestination();
                    assertThat(place.retrievePageNumber()).isNotNegative();
                    links.add(link.getContents());
                }
            }
            assertThat(links)
                    .containsSubsequence(
                            "Legenda",
                            "Dashboard totaaloverzicht",
                            "Niet opgenomen",
                            "Vervallen",
                            "Niet vastgelegd",
                            "Actielijn 1 – Titel")
                    .contains("1. Titel", "3", "4");
            assertThat(new PDFTextStripper().getText(pdf))
                    .containsPattern("Actielijn 1 – Titel[ .]*[0-9]+")
                    .contains("Zie ook: 4");
        }
    }

    @Test
    void a_pdf_has_figures_that_say_what_they_show_and_lists_that_are_tagged_as_lists()
            throws IOException {
        List<String> figures = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        try (PDDocument pdf =
                Loader.loadPDF(new OverviewPdf().write(with("Titel\n- een\n- twee")))) {
            tags(pdf.getDocumentCatalog().getStructureTreeRoot(), kinds, figures);
        }
        assertThat(figures)
                .isEqualTo(
                        BARS.stream()
                                .map(bar -> bar.replace("1. Titel", "1. Titel - een - twee"))
                                .toList());
        assertThat(kinds).containsSequence("LI", "Lbl").contains("L", "LBody");
    }

    private static void tags(PDStructureNode around, List<String> kinds, List<String> figures) {
        for (Object within : around.getKids()) {
            if (within instanceof PDStructureElement element) {
                kinds.add(element.getStructureType());
                if (element.getStructureType().equals("Figure")) {
                    figures.add(element.getAlternateDescription());
                }
                tags(element, kinds, figures);
            }
        }
    }

    @Test
    void a_pdf_is_coloured_as_the_pages_are() throws IOException {
        Set<String> colours = new TreeSet<>();
        try (PDDocument pdf = Loader.loadPDF(new OverviewPdf().write(with("Titel")))) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 144);
            for (int x = 0; x < page.getWidth(); x++) {
                for (int y = 0; y < page.getHeight(); y++) {
                    colours.add("#%06x".formatted(page.getRGB(x, y) & 0xFFFFFF));
                }
            }
        }
        for (String token :
                List.of(
                        "--status-afgerond-fill",
                        "--status-in-uitvoering-fill",
                        "--status-vertraging-fill",
                        "--status-doorlopend-fill",
                        "--status-nog-niet-gestart-edge")) {
            assertThat(colours).as(token).contains(Theme.onPaper("var(" + token + ")"));
        }
    }

    @ParameterizedTest
    @EnumSource(Sign.class)
    void the_shape_of_every_sign_is_one_that_a_pdf_can_show(Sign sign) {
        String drawn = new String(Look.bytes(Look.PARTS.sign(sign)), UTF_8);
        Pattern.compile(" d=\"([^\"]+)\"")
                .matcher(drawn)
                .results()
                .map(path -> PdfFigures.path(path.group(1)).getBounds2D())
                .forEach(
                        bounds -> {
                            assertThat(bounds.getMinX()).as("%s", sign).isBetween(0.0, 16.0);
                            assertThat(bounds.getMinY()).as("%s", sign).isBetween(0.0, 16.0);
                            assertThat(bounds.getMaxX()).as("%s", sign).isBetween(0.0, 16.0);
                            assertThat(bounds.getMaxY()).as("%s", sign).isBetween(0.0, 16.0);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"שלום עולם", "مرحبا بكم", "Titel in het Arabisch: بيت (huis)"})
    void what_is_written_from_right_to_left_is_drawn_so(String text) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(new OverviewPdf().write(with(text)))) {
            // the stripper reads what is drawn, and turns what goes from right to left around
            assertThat(new PDFTextStripper().getText(pdf)).contains(text);
        }
    }

    /** What stands on one height, from left to right. */
    private static List<String> drawnLines(byte[] bytes) throws IOException {
        TreeMap<Float, TreeMap<Float, String>> lines = new TreeMap<>();
        PDFTextStripper letters =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition position) {
                        float height = getCurrentPageNo() * 10_000 + position.getYDirAdj();
                        lines.computeIfAbsent(height, _ -> new TreeMap<>())
                                .merge(
                                        position.getXDirAdj(),
                                        position.getUnicode(),
                                        String::concat);
                    }
                };
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            letters.getText(pdf);
        }
        return lines.values().stream().map(line -> String.join("", line.values())).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nederlands met שלום 2025 עולם erin|Nederlands met םלוע 2025 םולש erin",
                "a (שלום 12) b|a (12 םולש) b",
                "a שלום (12) עולם b|a םלוע (12) םולש b",
                "שלום 2025 עולם|םלוע 2025 םולש",
                "שלום 2025 עולם en Nederlands|en Nederlands םלוע 2025 םולש",
                "שלום Titel 12 עולם|םלוע Titel 12 םולש",
                "Van 1 tot 12: שלום|Van 1 tot 12: םולש"
            })
    void directions_that_meet_are_drawn_as_they_are_read(String text, String drawn)
            throws IOException {
        List<String> lines = drawnLines(new OverviewPdf().write(with(text)));

        assertThat(lines).filteredOn(line -> line.equals(drawn)).isNotEmpty();
        assertThat(lines).filteredOn(line -> line.contains("Actieplan")).isNotEmpty();
        assertThat(lines)
                .as("the chapters, the actions and the paragraphs of " + text)
                .filteredOn(line -> line.contains(drawn))
                .hasSizeGreaterThan(5);
    }

    @Test
    void a_heading_of_two_directions_is_drawn_as_it_is_read() throws IOException {
        assertThat(drawnLines(new OverviewPdf().write(with("plan שלום 2025 עולם erin"))))
                .contains("Actieplan programma plan םלוע 2025 םולש erin")
                .anyMatch(line -> line.startsWith("3/4. plan םלוע 2025 םולש erin"));
    }

    @Test
    void a_cut_inside_an_act_is_told_on_paper_and_in_the_spreadsheet() throws IOException {
        Overview whole = with("Titel");
        Cut cut = new Cut("p", whole.cut().reportDate(), 7, whole.cut().knownAt(), new Act(6, 9));
        Overview cutInside =
                new Overview(
                        cut,
                        whole.name(),
                        whole.publishers(),
                        whole.total(),
                        whole.lines(),
                        whole.notIncluded(),
                        whole.withdrawn(),
                        whole.unrecorded());
        String told = "midden in de handeling van 6 tot en met 9";

        String paper = String.join(" ", drawnLines(new OverviewPdf().write(cutInside)));
        assertThat(paper.replaceAll("\\s+", " ")).contains(told);
        try (var file = new ByteArrayInputStream(new OverviewOds().write(cutInside))) {
            assertThat(new SpreadSheet(file).getSheet(0).getRange(0, 2).getValue().toString())
                    .contains(told);
        }
    }

    /** A ligature reads as a character that nobody types who looks for a word. */
    @Test
    void every_letter_is_drawn_by_itself_so_that_words_are_found() throws IOException {
        List<String> drawn = new ArrayList<>();
        PDFTextStripper letters =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition position) {
                        drawn.add(position.getUnicode());
                    }
                };
        try (PDDocument pdf =
                Loader.loadPDF(new OverviewPdf().write(with("effect, fiets, affix")))) {
            letters.getText(pdf);
        }
        assertThat(String.join("", drawn)).contains("effect, fiets, affix");
    }

    @Test
    void what_no_font_has_is_named_by_its_number() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(new OverviewPdf().write(with("漢 en ✓ é Ω")))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("[U+6F22] en ✓ é Ω");
        }
    }

    // --- words

    @Test
    void no_word_stands_in_a_template() throws IOException {
        try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
            assertThat(templates)
                    .isNotEmpty()
                    .allSatisfy(
                            template ->
                                    assertThat(
                                                    Files.readString(template)
                                                            .replaceAll(
                                                                    "(?m)^@(import|param).*$", "")
                                                            .replaceAll(
                                                                    "\\$(unsafe)?\\{[^{}]*}", "")
                                                            .replaceAll(
                                                                    "(?m)@(if|elseif|for|template\\.[a-z]+)\\((?:[^()]|\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))*\\)",
                                                                    "")
                                                            .replaceAll("@(else|endif|endfor)", "")
                                                            .replaceAll("<[^>]*>", ""))
                                            .as(template.toString())
                                            .doesNotContainPattern("\\p{L}"));
        }
    }

    @Test
    void every_word_is_there_and_nothing_else() {
        List<String> expected = new ArrayList<>();
        Arrays.stream(Words.values()).map(Words::name).forEach(expected::add);
        for (StatusCode status : StatusCode.legend()) {
            expected.add("betekenis." + status);
            expected.add("aantal." + status);
        }
        assertThat(ResourceBundle.getBundle("query-side-overview", Locale.of("nl")).keySet())
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
