package nl.peildatum.command.sheet;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a sheet, known by their Dutch names whatever the case and the spaces in them. */
public enum Column {
    ACTION("actie"),
    STATUS("status"),
    EFFECTIVE_ON("ingangsdatum"),
    REASON("reden"),
    EXPLANATION("toelichting"),
    EXPECTED_COMPLETION("verwachte afronding"),
    TITLE("titel"),
    LINE("actielijn"),
    CURRENT_STATUS("huidige status"),
    CURRENT_SINCE("status sinds");

    private final String label;

    Column(String label) {
        this.label = label;
    }

    /** What the column is called. */
    public String label() {
        return label;
    }

    /** Whether the column only shows what is held, as the template does. */
    public boolean informative() {
        return switch (this) {
            case ACTION, STATUS, EFFECTIVE_ON, REASON, EXPLANATION, EXPECTED_COMPLETION -> false;
            case TITLE, LINE, CURRENT_STATUS, CURRENT_SINCE -> true;
        };
    }

    static Optional<Column> of(String header) {
        String plain = plain(header);
        return switch (plain) {
            case "actienummer", "nummer" -> Optional.of(ACTION);
            case "datum" -> Optional.of(EFFECTIVE_ON);
            default ->
                    Stream.of(values())
                            .filter(column -> plain(column.label).equals(plain))
                            .findFirst();
        };
    }

    static String all() {
        return Stream.of(values()).map(Column::label).collect(Collectors.joining(", "));
    }

    static String plain(String text) {
        StringBuilder letters = new StringBuilder();
        text.toLowerCase(Locale.of("nl"))
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
