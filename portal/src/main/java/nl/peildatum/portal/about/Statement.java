package nl.peildatum.portal.about;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * The accessibility statement of an organisation, in the parts of the Dutch model. It is one only
 * when all that it must say is said.
 *
 * @param missing the names of what is not said yet, or is no date or status
 */
public record Statement(
        Map<String, String> said, List<Deviation> deviations, List<String> missing) {

    private static final List<String> NEEDED =
            List.of(
                    "organisatie",
                    "adres",
                    "status",
                    "onderzoek.datum",
                    "onderzoek.wijze",
                    "contact.mail",
                    "ondertekend.naam",
                    "ondertekend.datum");

    private static final Map<String, String> STATUSES =
            Map.of(
                    "A", "toegankelijkheid.volledig",
                    "B", "toegankelijkheid.gedeeltelijk",
                    "C", "toegankelijkheid.maatregelen",
                    "D", "toegankelijkheid.niet");

    /** What does not conform; {@code when} it is to be mended. */
    public record Deviation(
            String what, String cause, String consequence, String measure, String when) {}

    static Statement of(Properties file) {
        Map<String, String> said =
                file.stringPropertyNames().stream()
                        .filter(name -> !file.getProperty(name).isBlank())
                        .collect(
                                Collectors.toMap(
                                        name -> name, name -> file.getProperty(name).strip()));
        List<String> missing = new ArrayList<>();
        for (String name : NEEDED) {
            String value = said.getOrDefault(name, "");
            boolean good =
                    name.endsWith(".datum")
                            ? date(value) != null
                            : name.equals("status")
                                    ? STATUSES.containsKey(value)
                                    : !value.isEmpty();
            if (!good) {
                missing.add(name);
            }
        }
        return new Statement(said, deviations(said, missing), List.copyOf(missing));
    }

    private static List<Deviation> deviations(Map<String, String> said, List<String> missing) {
        List<Deviation> deviations = new ArrayList<>();
        for (int n = 1; said.containsKey("afwijking." + n); n++) {
            String name = "afwijking." + n;
            List<String> parts =
                    Stream.of(".oorzaak", ".gevolg", ".maatregel", ".datum")
                            .map(
                                    part -> {
                                        String value = said.getOrDefault(name + part, "");
                                        if (value.isEmpty()
                                                || (part.equals(".datum") && date(value) == null)) {
                                            missing.add(name + part);
                                        }
                                        return value;
                                    })
                            .toList();
            deviations.add(
                    new Deviation(
                            said.getOrDefault(name, ""),
                            parts.get(0),
                            parts.get(1),
                            parts.get(2),
                            inWords(parts.get(3))));
        }
        return List.copyOf(deviations);
    }

    /** Whether all is said. */
    public boolean complete() {
        return missing.isEmpty();
    }

    /** What is said under a name; a date in words. */
    public String of(String name) {
        String value = said.getOrDefault(name, "");
        return name.endsWith(".datum") ? inWords(value) : value;
    }

    /** How far the pages conform, in words. */
    public String conforms() {
        return Words.of(STATUSES.getOrDefault(of("status"), "toegankelijkheid.niet"));
    }

    private static String inWords(String value) {
        LocalDate date = date(value);
        return date == null ? value : Words.date(date);
    }

    private static @Nullable LocalDate date(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
