package nl.peildatum.standalone.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The embedded programs of PostgreSQL, for a test that starts a server of its own. */
public final class PostgresPrograms {

    private final Binaries binaries;

    private PostgresPrograms(Binaries binaries) {
        this.binaries = binaries;
    }

    public static PostgresPrograms unpackedIn(Path directory) throws IOException {
        return new PostgresPrograms(Binaries.unpackedIn(directory, _ -> {}));
    }

    /** A call of one of them, as a user that PostgreSQL accepts. */
    public List<String> call(String program, List<String> arguments) {
        return binaries.call(program, arguments);
    }
}
