package nl.peildatum.standalone.document;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.peildatum.api.Asked;
import nl.peildatum.standalone.document.Form.Field;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who answers a method at an address, in whatever forms, and what is read of a request, at once or
 * in what is called.
 *
 * @param bodies what a body is read into
 * @param queries what a query is read into, a part each
 * @param tries whether it is asked for {@code proef}
 */
record Handler(
        String side,
        String method,
        String address,
        Set<Read> bodies,
        Set<Read> queries,
        boolean tries) {

    /** A record that something is read into. */
    record Read(String name, List<Field> fields) {
        static Read of(Class<?> type) {
            return new Read(
                    type.getName().substring(type.getPackageName().length() + 1), Field.of(type));
        }
    }

    Handler of(String otherSide) {
        return new Handler(otherSide, method, address, bodies, queries, tries);
    }

    Handler reading(Set<Read> otherBodies) {
        return new Handler(side, method, address, otherBodies, queries, tries);
    }

    Handler readingNothing() {
        return new Handler(side, method, address, bodies, Set.of(), tries);
    }

    Handler tryingNothing() {
        return new Handler(side, method, address, bodies, queries, false);
    }

    private Handler and(Handler other) {
        return new Handler(
                side,
                method,
                address,
                both(bodies, other.bodies),
                both(queries, other.queries),
                tries || other.tries);
    }

    private static Set<Read> both(Set<Read> some, Set<Read> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    /** Those of both sides. */
    static List<Handler> all() {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(
                                "nl.peildatum.command", "nl.peildatum.query", "nl.peildatum.api");
        return List.copyOf(
                classes.stream()
                        .filter(type -> type.isAnnotatedWith(RestController.class))
                        .flatMap(type -> type.getMethods().stream())
                        .flatMap(Handler::of)
                        .collect(
                                Collectors.toMap(
                                        one -> one.method() + " " + one.address(),
                                        Function.identity(),
                                        Handler::and,
                                        LinkedHashMap::new))
                        .values());
    }

    private static Stream<Handler> of(JavaMethod method) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(method.reflect(), RequestMapping.class);
        if (mapping == null) {
            return Stream.of();
        }
        String side = method.getOwner().getPackageName().split("\\.", -1)[2];
        Set<Read> bodies = new LinkedHashSet<>();
        Set<Read> queries = new LinkedHashSet<>();
        Set<Boolean> tries = new LinkedHashSet<>();
        for (JavaCodeUnit reader : reachedFrom(method)) {
            for (JavaMethodCall call : reader.getMethodCallsFromSelf()) {
                if (call.getTargetOwner().isEquivalentTo(Asked.class)) {
                    switch (call.getName()) {
                        case "body" -> bodies.addAll(records(reader));
                        case "query" -> queries.addAll(records(reader));
                        case "trial" -> tries.add(true);
                        default -> {}
                    }
                }
            }
        }
        return Stream.of(mapping.path())
                // without the form of what differs
                .map(path -> path.replaceAll("\\{(\\w+):[^/]*}", "{$1}"))
                .map(
                        path ->
                                new Handler(
                                        side,
                                        mapping.method()[0].name(),
                                        path,
                                        bodies,
                                        queries,
                                        !tries.isEmpty()));
    }

    private static List<Read> records(JavaCodeUnit reader) {
        return reader.getReferencedClassObjects().stream()
                .<Class<?>>map(one -> one.getValue().reflect())
                .filter(Class::isRecord)
                .map(Read::of)
                .toList();
    }

    /** The method and all that it calls, in whatever round about way. */
    private static Set<JavaCodeUnit> reachedFrom(JavaMethod method) {
        Set<JavaCodeUnit> reached = new LinkedHashSet<>();
        Deque<JavaCodeUnit> next = new ArrayDeque<>(List.of(method));
        while (!next.isEmpty()) {
            JavaCodeUnit one = next.pop();
            if (reached.add(one) && !one.getOwner().isEquivalentTo(Asked.class)) {
                Stream.concat(
                                one.getCallsFromSelf().stream(),
                                one.getCodeUnitReferencesFromSelf().stream())
                        .flatMap(access -> access.getTarget().resolveMember().stream())
                        .map(JavaCodeUnit.class::cast)
                        .forEach(next::push);
            }
        }
        return reached;
    }
}
