package nl.peildatum.portal.about;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The file in which an organisation says how accessible its pages are; it may change while the
 * portal runs.
 *
 * @param toegankelijkheid where it is: properties in UTF-8
 */
@ConfigurationProperties("peildatum")
record StatementFile(@Nullable Path toegankelijkheid) {

    private static final Logger LOG = LoggerFactory.getLogger(StatementFile.class);

    /** What it says now; where there is none, or it cannot be read, nothing. */
    Statement read() {
        Properties said = new Properties();
        if (toegankelijkheid != null) {
            try (Reader file = Files.newBufferedReader(toegankelijkheid)) {
                said.load(file);
            } catch (IOException | IllegalArgumentException unreadable) {
                LOG.warn("The accessibility statement cannot be read", unreadable);
                said.clear();
            }
        }
        return Statement.of(said);
    }
}
