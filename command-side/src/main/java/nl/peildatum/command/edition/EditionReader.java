package nl.peildatum.command.edition;

import java.util.List;

/**
 * Reads a published overview.
 *
 * <p>It accepts this layout, whatever the levels of its headings. A heading is a line that starts
 * with {@code #} to {@code ######}, is underlined, is bold from end to end, or is an HTML heading;
 * cells of HTML, and of a row with tabs or bars that begins with an action and a status, count as
 * paragraphs below one another.
 *
 * <ol>
 *   <li><b>Title page and legend</b>: anything, up to the dashboard. "Legenda" and "Tijdslijn" open
 *       a legend.
 *   <li><b>Dashboard</b>: a heading that begins with "Dashboard" or is "Totaal alle actielijnen",
 *       then a table with "Acties totaal" and the five statuses; then for every line a heading
 *       {@code Actielijn 3 Korte titel} with the same table. A row is a name and a number, divided
 *       by a tab, a colon, spaces, a cell border or a line end. Actions without a line have their
 *       table under "Niet ingedeeld".
 *   <li><b>Notes</b>, between the dashboard and the chapters: {@code Acties 31, 34 en 42 gaan pas
 *       van start in 2026.} names actions that are not monitored, with the reason up to the first
 *       full stop that a capital follows; sentences behind it that name no actions are its remark.
 *       {@code (zonder reden)} stands for no reason. {@code Actie 12 is vervallen: reden.} names a
 *       withdrawn one.
 *   <li><b>Chapters</b>: {@code Actielijn 3} with the long title behind it or in the next heading;
 *       an introduction; "Operationele doelen" and "Beoogde effecten", each with an introduction
 *       and a list; "ACTIES". A chapter "Niet ingedeeld" has no title.
 *   <li><b>Actions</b>: {@code 12. Titel}, {@code 3/4. Titel} or {@code Extra actie: Titel}; then,
 *       before any other text, the status, with the years behind it or on the next line with text:
 *       {@code In uitvoering, vertraging (2024–2025, 2027)}; then the explanation, if any. In plain
 *       text a number with a stop is an action only when a status follows it. {@code (zonder
 *       titel)} stands for no title.
 *   <li><b>Colophon</b>: from "Colofon" or "… een uitgave van", or else the addresses, ministries
 *       and month the document ends with. A line "November 2025" here or on the title page is the
 *       edition's month.
 * </ol>
 *
 * <p>Texts are taken over as published. Lines of one paragraph are joined with a space; a hard
 * break (two spaces or a backslash at the end of the line, or {@code <br>}) and an item of a list
 * start a new line; one or more empty lines divide paragraphs and become one. A further paragraph
 * or a nested list inside a goal or an effect is indented by two more than its bullet. Spaces of
 * every width become a plain space, entities become their characters, {@code <b>} becomes {@code
 * **}. Soft hyphens, spaces without width and byte order marks disappear; every other mark without
 * width stays, and one that turns the direction has to end on its line.
 *
 * <p>A writer can make any text come back as it was. A character written as a hexadecimal entity (
 * <code>&amp;#x23;</code>) stands for itself and is never layout: not at the start of a line, not
 * as a space to be trimmed or widened, not as the stop of a sentence. So it writes <code>&amp;amp;
 * </code> and <code>&amp;lt;</code> for those two, a hexadecimal entity for the first character of
 * a line that could be taken for something else and for every space, line end or mark that has to
 * stay, and two spaces before a single line end. Where the printed label does not say the codes, a
 * comment in the line does: {@code ### 3/4. Titel <!-- actie: 3 -->}, {@code Actie pilot-b … <!--
 * acties: pilot-b -->}.
 *
 * <p>Reading guesses nothing and loses nothing: text without a place is a fault with its line.
 */
public final class EditionReader {

    /** What stands where an action has no title. */
    static final String WITHOUT_TITLE = "(zonder titel)";

    /** What stands where no reason is given for leaving an action out. */
    static final String WITHOUT_REASON = "(zonder reden)";

    private EditionReader() {}

    /** Reads a document as it was published, or names everything that is wrong with it. */
    public static EditionReading read(String text) {
        EditionFaults faults = new EditionFaults();
        List<SourceLine> source = MarkupScanner.scan(text, faults);
        if (source.stream().allMatch(SourceLine::isBlank)) {
            return refused(EditionFaultKind.DOCUMENT_EMPTY);
        }
        Lines lines = new Lines(LineClassifier.classify(source));
        Outline outline = Assembler.assemble(lines, faults);
        if (outline.isOverview()) {
            return Check.read(outline, faults);
        }
        return faults.none()
                ? refused(EditionFaultKind.NOT_AN_OVERVIEW)
                : new Unreadable(faults.inOrder(), null);
    }

    private static EditionReading refused(EditionFaultKind kind) {
        EditionFaults faults = new EditionFaults();
        faults.add(1, kind);
        return new Unreadable(faults.inOrder(), null);
    }
}
