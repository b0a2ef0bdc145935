package nl.peildatum.api.logging;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Writes an event by its pattern, with nothing in it that makes a line of its own or changes how
 * others are read: what a caller sent stands in messages, in those of exceptions, and in the names
 * and values that go with them. A stack trace keeps its own lines.
 */
public final class OneLine extends PatternLayoutEncoder {

    @Override
    public byte[] encode(ILoggingEvent event) {
        return super.encode(telling(ILoggingEvent.class, event));
    }

    /** The same, but every text that it gives is {@link #visible}. */
    private static <T> T telling(Class<T> type, T told) {
        return type.cast(
                Proxy.newProxyInstance(
                        OneLine.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> visibly(method.invoke(told, arguments))));
    }

    private static @Nullable Object visibly(@Nullable Object told) {
        return switch (told) {
            case String text -> visible(text);
            case IThrowableProxy thrown -> telling(IThrowableProxy.class, thrown);
            case IThrowableProxy[] all ->
                    Arrays.stream(all)
                            .map(thrown -> telling(IThrowableProxy.class, thrown))
                            .toArray(IThrowableProxy[]::new);
            case KeyValuePair pair ->
                    new KeyValuePair(visible(pair.key), visible(String.valueOf(pair.value)));
            case List<?> list -> list.stream().map(OneLine::visibly).toList();
            case Map<?, ?> values -> {
                Map<@Nullable Object, @Nullable Object> shown = new LinkedHashMap<>();
                values.forEach((name, value) -> shown.put(visibly(name), visibly(value)));
                yield shown;
            }
            case null, default -> told;
        };
    }

    /** The text with an escape in the place of every character that nobody sees. */
    static String visible(String text) {
        if (text.codePoints().allMatch(OneLine::visible)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '\n' -> shown.append("\\n");
                                case '\r' -> shown.append("\\r");
                                case '\t' -> shown.append("\\t");
                                default -> {
                                    if (visible(c)) {
                                        shown.appendCodePoint(c);
                                    } else {
                                        shown.append("\\u{%04X}".formatted(c));
                                    }
                                }
                            }
                        });
        return shown.toString();
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
