package nl.peildatum.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each application runs with: every jar holds a class that one of ours names, or one that is
 * named by what ours name, and so on; or stands here with the reason why it is there all the same.
 */
class WhatRunsTest {

    private static final String WITH_A_STARTER =
            "comes with a starter of Spring Boot, and is nothing but configuration not asked for";

    /** The beginning of a jar's name, and why it is there though no class that is used names it. */
    private static final Map<String, String> THERE_ALL_THE_SAME =
            Map.of(
                    "HdrHistogram", "Micrometer keeps percentiles in it, where they are asked for",
                    "micrometer-jakarta9", WITH_A_STARTER,
                    "spring-boot-data-commons", WITH_A_STARTER,
                    "spring-boot-data-jpa", WITH_A_STARTER,
                    "spring-boot-micrometer-observation", WITH_A_STARTER,
                    "spring-boot-persistence", WITH_A_STARTER,
                    "spring-boot-security-oauth2-authorization-server", WITH_A_STARTER,
                    "spring-boot-transaction", WITH_A_STARTER,
                    "tomcat-embed-el", WITH_A_STARTER);

    private static final Map<String, Set<String>> FOUND = new HashMap<>();
    private static final String CLASS = ".class";
    private static final String SERVICES = "META-INF/services/";
    private static final String FACTORIES = "META-INF/spring.factories";
    private static final Pattern NAME = Pattern.compile("[\\w/$.]+");

    @ParameterizedTest
    @ValueSource(strings = {"command-side", "query-side", "portal", "standalone"})
    void everything_that_it_runs_with_is_used(String application) throws IOException {
        Set<String> unused = new TreeSet<>(unused(application));
        unused.removeIf(jar -> THERE_ALL_THE_SAME.keySet().stream().anyMatch(jar::startsWith));

        assertThat(unused).isEmpty();
    }

    @Test
    void what_is_there_all_the_same_is_still_there_and_still_named_by_nobody() throws IOException {
        Set<String> unused = new TreeSet<>();
        for (String application : List.of("command-side", "query-side", "portal", "standalone")) {
            unused.addAll(unused(application));
        }
        assertThat(THERE_ALL_THE_SAME.keySet())
                .allMatch(name -> unused.stream().anyMatch(jar -> jar.startsWith(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-side", "query-side", "portal", "standalone"})
    void nothing_makes_objects_of_any_class_out_of_xml(String application) throws IOException {
        assertThat(jars(application))
                .noneMatch(jar -> jar.getFileName().toString().matches("x(stream|pp3|mlpull).*"));
    }

    private static List<Path> jars(String application) throws IOException {
        Path list = Path.of("..", application, "target", "what-runs.txt");
        return Stream.of(Files.readString(list).strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** The jars of which no class is ever named, beginning at ours. */
    private static Set<String> unused(String application) throws IOException {
        @Nullable Set<String> known = FOUND.get(application);
        if (known == null) {
            known = find(application);
            FOUND.put(application, known);
        }
        return known;
    }

    private static Set<String> find(String application) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        Map<String, String> jarOf = new HashMap<>();
        Map<String, Set<String>> offered = new HashMap<>();
        Deque<String> toRead = new ArrayDeque<>();
        List<Path> all = new ArrayList<>(jars(application));
        all.add(Path.of("..", application, "target", "classes"));
        for (Path jar : all) {
            boolean ours = jar.toString().contains(File.separator + "target" + File.separator);
            for (Map.Entry<String, byte[]> file : files(jar).entrySet()) {
                if (!file.getKey().endsWith(CLASS)) {
                    offered(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8))
                            .forEach(
                                    (service, names) ->
                                            offered.computeIfAbsent(service, _ -> new HashSet<>())
                                                    .addAll(names));
                    continue;
                }
                String type = file.getKey().substring(0, file.getKey().length() - CLASS.length());
                classes.put(type, file.getValue());
                if (ours) {
                    toRead.add(type);
                } else {
                    jarOf.put(type, jar.getFileName().toString());
                }
            }
        }
        Set<String> unused = new TreeSet<>(jarOf.values());
        Set<String> seen = new HashSet<>(toRead);
        while (!toRead.isEmpty()) {
            String type = toRead.removeFirst();
            unused.remove(jarOf.getOrDefault(type, ""));
            Set<String> named = named(Objects.requireNonNull(classes.get(type)));
            named.addAll(offered.getOrDefault(type, Set.of()));
            for (String next : named) {
                if (classes.containsKey(next) && seen.add(next)) {
                    toRead.add(next);
                }
            }
        }
        return unused;
    }

    /** What a jar offers for a service, as the JDK and as Spring look for it. */
    private static Map<String, Set<String>> offered(String file, String text) throws IOException {
        Map<String, Set<String>> offered = new HashMap<>();
        if (file.equals(FACTORIES)) {
            Properties factories = new Properties();
            factories.load(new StringReader(text));
            factories
                    .stringPropertyNames()
                    .forEach(
                            service ->
                                    offered.put(
                                            service.replace('.', '/'),
                                            names(factories.getProperty(service))));
        } else {
            offered.put(
                    file.substring(SERVICES.length()).replace('.', '/'),
                    names(text.replaceAll("#.*", "")));
        }
        return offered;
    }

    private static Set<String> names(String text) {
        return Stream.of(text.split("[\\s,]+"))
                .map(name -> name.replace('.', '/'))
                .collect(Collectors.toSet());
    }

    private static Set<String> named(byte[] content) {
        Set<String> named = new HashSet<>();
        for (PoolEntry entry : ClassFile.of().parse(content).constantPool()) {
            // what a class names, its descriptors and annotations, and texts that hold a name
            if (entry instanceof Utf8Entry text && qualified(text.stringValue())) {
                Matcher names = NAME.matcher(text.stringValue());
                while (names.find()) {
                    String name = names.group().replace('.', '/');
                    named.add(name);
                    if (name.startsWith("L")) {
                        named.add(name.substring(1));
                    }
                }
            }
        }
        return named;
    }

    /** Anything else is the name of a member, a word or a sentence. */
    private static boolean qualified(String text) {
        return text.indexOf('/') > 0 || text.indexOf('.') > 0;
    }

    private static Map<String, byte[]> files(Path jar) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        if (Files.isDirectory(jar)) {
            try (Stream<Path> all = Files.walk(jar)) {
                for (Path file : all.filter(f -> f.toString().endsWith(CLASS)).toList()) {
                    files.put(jar.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
            return files;
        }
        try (JarFile archive = new JarFile(jar.toFile())) {
            for (var entry : archive.stream().toList()) {
                String name = entry.getName();
                if ((name.endsWith(CLASS) && !name.startsWith("META-INF/versions/"))
                        || name.startsWith(SERVICES)
                        || name.equals(FACTORIES)) {
                    try (InputStream in = archive.getInputStream(entry)) {
                        files.put(name, in.readAllBytes());
                    }
                }
            }
        }
        return files;
    }
}
