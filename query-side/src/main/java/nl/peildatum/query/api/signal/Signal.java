package nl.peildatum.query.api.signal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Something recorded that does not fit with something else that is.
 *
 * @param actions the codes of the actions it is about
 * @param reason a sentence
 * @param entries the journal numbers of the entries it rests on
 */
record Signal(SignalKind kind, List<String> actions, String reason, SortedSet<Long> entries) {
    private static final int LONGEST_KEY = 120;

    /**
     * Names the kind, the actions and the entries, so that other entries make another signal. Where
     * they are too many, a digest stands for the entries, and for the actions that do not fit.
     */
    String key() {
        String numbers = entries.stream().map(String::valueOf).collect(Collectors.joining("-"));
        String key = key(actions, numbers);
        return key.length() <= LONGEST_KEY ? key : digested(key);
    }

    private String digested(String key) {
        String digest = "x" + sha256(key).substring(0, 16);
        int named = actions.size();
        while (key(actions.subList(0, named), digest).length() > LONGEST_KEY) {
            named--;
        }
        return key(actions.subList(0, named), digest);
    }

    private String key(List<String> codes, String tail) {
        return kind.word() + "-" + String.join("-", codes) + "-op-" + tail;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
