package nl.peildatum.standalone.telling;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Path;
import nl.peildatum.api.secrets.PrivateFile;

/** A log file that nobody but its owner may read, from its first byte on, and so are its parts. */
public final class PrivateLog extends RollingFileAppender<ILoggingEvent> {

    @Override
    public void openFile(String name) throws IOException {
        PrivateFile.begin(Path.of(name));
        super.openFile(name);
    }
}
