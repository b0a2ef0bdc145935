package nl.peildatum.query.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.tools.ToolProvider;

/** A proof in a folder, and its verifier: compiled for Java 17 and called, or run by itself. */
public record Unpacked(Path folder) {

    private static final Class<?> VERIFIER = compiled();

    /** What the verifier printed, and the code it ended with. */
    public record Outcome(int exit, String out) {}

    private static Class<?> compiled() {
        try {
            Path classes = Files.createTempDirectory("controleer");
            Path source = classes.resolve("Controleer.java");
            URL resource =
                    Objects.requireNonNull(
                            Unpacked.class.getResource(
                                    "/nl/peildatum/query/proof/Controleer.java"));
            Files.copy(resource.openStream(), source);
            int failed =
                    ToolProvider.getSystemJavaCompiler()
                            .run(
                                    null,
                                    null,
                                    null,
                                    "--release",
                                    "17",
                                    "-Xlint:all,-options",
                                    "-Werror",
                                    "-classpath",
                                    classes.toString(),
                                    "-d",
                                    classes.toString(),
                                    source.toString());
            if (failed != 0) {
                throw new IllegalStateException("the verifier does not compile");
            }
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}).loadClass("Controleer");
        } catch (IOException | ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The kinds of events that the verifier knows. */
    @SuppressWarnings("unchecked")
    static Set<String> knownKinds() throws ReflectiveOperationException {
        Field kinds = VERIFIER.getDeclaredField("KINDS");
        kinds.setAccessible(true);
        return ((Map<String, Object>) kinds.get(null)).keySet();
    }

    /** Unpacks a zip into a folder. */
    public static Unpacked of(byte[] zip, Path folder) {
        return of(new ByteArrayInputStream(zip), folder);
    }

    static Unpacked of(InputStream zip, Path folder) {
        try (ZipInputStream entries = new ZipInputStream(zip)) {
            Files.createDirectories(folder);
            for (ZipEntry entry; (entry = entries.getNextEntry()) != null; ) {
                Files.copy(entries, folder.resolve(entry.getName()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Unpacked(folder);
    }

    /** Runs the verifier that was compiled from the source as it stands here. */
    public Outcome run(String... arguments) {
        try {
            Method run =
                    VERIFIER.getDeclaredMethod("run", Path.class, List.class, PrintStream.class);
            run.setAccessible(true);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int exit =
                    (int)
                            run.invoke(
                                    null,
                                    folder,
                                    List.of(arguments),
                                    new PrintStream(out, true, StandardCharsets.UTF_8));
            return new Outcome(exit, out.toString(StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Runs {@code java Controleer.java} in the folder, as an auditor does. */
    public Outcome runByItself(List<String> options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.add("Controleer.java");
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out);
    }

    /** The text of a file. */
    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Changes a file and makes the manifest anew, as somebody does who wants nothing to show. */
    Unpacked rewrite(String name, UnaryOperator<String> change) {
        try {
            Files.writeString(folder.resolve(name), change.apply(text(name)));
            StringBuilder manifest = new StringBuilder();
            for (String line : text(ProofZip.MANIFEST).lines().toList()) {
                String file = line.substring(66);
                byte[] digest = ProofZip.sha256().digest(Files.readAllBytes(folder.resolve(file)));
                manifest.append(HexFormat.of().formatHex(digest)).append("  ").append(file);
                manifest.append('\n');
            }
            Files.writeString(folder.resolve(ProofZip.MANIFEST), manifest);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
