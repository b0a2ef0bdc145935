package nl.peildatum.command.judging;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of a signal, such as {@code vertraging-37-op-61-97}: its kind, the actions it is about,
 * and the journal numbers of the entries it rests on, or a digest where they are too many.
 */
record SignalKey(String actions, String entries) {

    private static final Pattern CHARACTERS = Pattern.compile("[a-z0-9-]{1,120}");
    private static final Pattern FORM =
            Pattern.compile("[a-z]+-(.+)-op-([1-9][0-9]*(?:-[1-9][0-9]*)*|x[0-9a-f]{16})");

    /** Reads a key; empty where it is none. */
    static Optional<SignalKey> of(String written) {
        Matcher parts = FORM.matcher(written);
        return CHARACTERS.matcher(written).matches() && parts.matches()
                ? Optional.of(new SignalKey(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /** Whether every action and every entry that it names is there. */
    boolean namesOnly(Collection<String> codes, long lastEntry) {
        return namesOnly(codes) && (entries.startsWith("x") || endsBy(lastEntry));
    }

    /** Codes hold hyphens themselves, so what counts is that it can be read as codes. */
    private boolean namesOnly(Collection<String> codes) {
        BitSet starts = new BitSet();
        starts.set(0);
        for (int from = 0; from >= 0; from = starts.nextSetBit(from + 1)) {
            for (String code : codes) {
                int end = from + code.length();
                if (actions.startsWith(code, from)) {
                    if (end == actions.length()) {
                        return true;
                    }
                    if (actions.charAt(end) == '-') {
                        starts.set(end + 1);
                    }
                }
            }
        }
        return false;
    }

    private boolean endsBy(long lastEntry) {
        return Arrays.stream(entries.split("-"))
                .map(BigInteger::new)
                .allMatch(entry -> entry.compareTo(BigInteger.valueOf(lastEntry)) <= 0);
    }
}
