package nl.peildatum.standalone.start;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;

/** Checks the Java before anything is loaded that an older one cannot read. */
public final class Start {

    private static final int JAVA = 25;

    private Start() {}

    /** Starts the standalone, or says in one line which Java it needs. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        int java = Runtime.version().feature();
        if (java < JAVA) {
            ResourceBundle words =
                    ResourceBundle.getBundle("standalone-messages", new Locale("nl"));
            new PrintStream(System.err, true, StandardCharsets.UTF_8)
                    .println(
                            words.getString("JAVA_TOO_OLD").replace("{0}", Integer.toString(java)));
            System.exit(1);
        }
        try {
            Class.forName("nl.peildatum.standalone.Standalone")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
