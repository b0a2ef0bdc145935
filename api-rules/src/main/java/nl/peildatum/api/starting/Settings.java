package nl.peildatum.api.starting;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import nl.peildatum.api.secrets.PrivateFile;
import nl.peildatum.contract.DutchTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * What an application was told, held against what it needs. Every fault is a Dutch line that names
 * the setting as an environment variable and says what to do. No line shows a value, since any may
 * hold a secret.
 */
public final class Settings {

    private static final DutchTexts TEXTS = DutchTexts.of("starting-messages", Settings.class);
    private static final ConversionService CONVERSION =
            ApplicationConversionService.getSharedInstance();

    private final Environment environment;
    private final List<String> faults = new ArrayList<>();

    Settings(Environment environment) {
        this.environment = environment;
    }

    /** These have to be there, and not blank. */
    public Settings need(String... names) {
        for (String name : names) {
            if (value(name) == null) {
                fault("ontbreekt", variable(name), TEXTS.plain(name));
            }
        }
        return this;
    }

    /** Both or neither. */
    public Settings together(String one, String other) {
        if ((value(one) == null) != (value(other) == null)) {
            boolean first = value(one) == null;
            fault(
                    "samen",
                    variable(first ? other : one),
                    variable(first ? one : other),
                    TEXTS.plain(first ? one : other));
        }
        return this;
    }

    /** The one says nothing without the other. */
    public Settings onlyWith(String name, String other) {
        if (value(name) != null && value(other) == null) {
            fault("alleenMet", variable(name), variable(other), TEXTS.plain(other));
        }
        return this;
    }

    /** Where they are there, addresses of the web. */
    public Settings address(String... names) {
        return valid(Settings::isAddress, names);
    }

    /** Where they are there, addresses that a secret may be sent to. */
    public Settings safeAddress(String... names) {
        return valid(Settings::isSafe, names);
    }

    /** Where it is there, a port; 0 for any that is free. */
    public Settings port(String name) {
        return whole(0, 65_535, name);
    }

    /** Where it is there, a whole number between these. */
    public Settings whole(int least, int most, String name) {
        return valid(
                value -> {
                    int number = Integer.parseInt(value);
                    return number >= least && number <= most;
                },
                name);
    }

    /** Where they are there, directories that can be written in; made where they are not there. */
    public Settings directory(String... names) {
        return valid(Settings::isDirectory, names);
    }

    /** Where they are there, lengths of time. */
    public Settings duration(String... names) {
        return valid(value -> converted(Duration.class, value).isPositive(), names);
    }

    /** Where they are there, numbers of bytes. */
    public Settings size(String... names) {
        return valid(value -> converted(DataSize.class, value).toBytes() > 0, names);
    }

    /** Where they are there, values of this type. */
    public Settings as(Class<?> type, String... names) {
        return valid(value -> converted(type, value) != null, names);
    }

    /** Where they are there, values that this says or finds to be right. */
    public Settings valid(Predicate<String> right, String... names) {
        for (String name : names) {
            @Nullable String value = value(name);
            if (value != null && !holds(right, value)) {
                fault("vulIn", variable(name), TEXTS.plain(name));
            }
        }
        return this;
    }

    /**
     * Whether nobody reads along with what is sent to an address: HTTPS, or HTTP to this machine.
     */
    public static boolean isSafe(String text) {
        if (!isAddress(text)) {
            return false;
        }
        URI address = URI.create(text.strip());
        return "https".equals(address.getScheme()) || isThisMachine(address.getHost());
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || (host.matches("[\\[\\]0-9a-fA-F.:]+")
                        && InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""))
                                .isLoopbackAddress());
    }

    /**
     * What a side has to know of its database, of the issuer and of who may read. The login can
     * also stand in the address of the database.
     */
    public Settings ofASide() {
        need("spring.datasource.url");
        if (!String.valueOf(value("spring.datasource.url")).matches(".*[?&]user=.*")) {
            need("spring.datasource.username", "spring.datasource.password");
        } else if (value("spring.flyway.user") != null) {
            fault("eenLogin", variable("spring.datasource.url"), variable("spring.flyway.user"));
        }
        return together("spring.flyway.user", "spring.flyway.password")
                .need("spring.security.oauth2.resourceserver.jwt.issuer-uri")
                .address(
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri")
                .valid(Settings::isDatabase, "spring.datasource.url")
                .as(Boolean.class, "peildatum.openbaar", "peildatum.achter-tls")
                .valid(Settings::areOrigins, "peildatum.cors.toegestaan")
                .duration("peildatum.auditlog.samentellen")
                .size("peildatum.grootste-invoer", "peildatum.grootste-import")
                .port("server.port");
    }

    /**
     * Ends the check.
     *
     * @throws WrongSettings when there is any fault
     */
    void done() {
        if (!faults.isEmpty()) {
            throw new WrongSettings(faults);
        }
    }

    /** The name of a setting as an environment variable. */
    static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private @Nullable String value(String name) {
        String value = environment.getProperty(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private void fault(String text, Object... values) {
        faults.add(TEXTS.told(text, values));
    }

    private static boolean holds(Predicate<String> right, String value) {
        try {
            return right.test(value);
        } catch (IllegalArgumentException | ConversionException refused) {
            return false;
        }
    }

    private static <T> T converted(Class<T> type, String value) {
        return Objects.requireNonNull(CONVERSION.convert(value, type));
    }

    private static boolean isDatabase(String value) {
        try {
            return value.startsWith("jdbc:postgresql:") && DriverManager.getDriver(value) != null;
        } catch (SQLException nobodyReadsIt) {
            return false;
        }
    }

    /** Tried, since what a system says of rights is not what root, or a special directory, does. */
    private static boolean isDirectory(String value) {
        try {
            Path directory = Path.of(value);
            PrivateFile.directory(directory);
            Files.delete(Files.createTempFile(directory, "proef", null));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Each as a browser names it: how and where, without a path. */
    private static boolean areOrigins(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .allMatch(one -> isAddress(one) && one.matches("[a-z]+://[^/?#@]+"));
    }

    private static boolean isAddress(String value) {
        try {
            URI address = new URI(value.strip());
            return address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
