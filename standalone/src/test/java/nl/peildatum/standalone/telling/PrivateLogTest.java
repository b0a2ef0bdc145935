package nl.peildatum.standalone.telling;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateLogTest {

    @TempDir Path directory;

    @Test
    void a_log_and_what_is_put_away_of_it_are_closed_to_others() throws Exception {
        LoggerContext context = new LoggerContext();
        PrivateLog log = new PrivateLog();
        log.setContext(context);
        Path file = directory.resolve("peildatum.log");
        log.setFile(file.toString());
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        log.setEncoder(encoder);
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(log);
        rolling.setFileNamePattern(file + ".%i");
        rolling.start();
        log.setRollingPolicy(rolling);
        var triggering = new SizeBasedTriggeringPolicy<ch.qos.logback.classic.spi.ILoggingEvent>();
        triggering.setContext(context);
        triggering.start();
        log.setTriggeringPolicy(triggering);
        log.start();

        log.rollover();
        log.stop();

        for (String name : new String[] {"peildatum.log", "peildatum.log.1"}) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(directory.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }
}
