package nl.peildatum.portal.actions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import nl.peildatum.portal.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * The explanations that an action had.
 *
 * @param since from when the one of the cut holds, where that can be told
 * @param earlier those before it, the last first
 */
public record Explanations(@Nullable String since, List<Earlier> earlier) {

    /**
     * One that was replaced.
     *
     * @param times from when it held and when it was recorded
     * @param changes its words, with those that took their place in the one after it
     */
    public record Earlier(long journaalnummer, String times, List<WordChange> changes) {}

    /** A text, and from when it holds: a correction gives the day of what it corrects. */
    private record Given(History.Entry entry, String text, LocalDate from) {}

    static Explanations of(History history, @Nullable String current, LocalDate day) {
        List<Given> given = new ArrayList<>();
        for (History.Entry entry : history.regels()) {
            if (entry.toelichting() != null) {
                given.add(new Given(entry, entry.toelichting(), from(history, entry)));
            }
        }
        given.sort(
                Comparator.comparing(Given::from)
                        .thenComparing(one -> one.entry().journaalnummer()));
        int now = given.size();
        for (int i = 0; i < given.size(); i++) {
            Given one = given.get(i);
            if (one.text().equals(current) && one.entry().geldt() && !one.from().isAfter(day)) {
                now = i;
            }
        }
        if (now == given.size()) {
            return new Explanations(null, List.of());
        }
        List<Earlier> earlier = new ArrayList<>();
        for (int i = now - 1; i >= 0; i--) {
            History.Entry entry = given.get(i).entry();
            earlier.add(
                    new Earlier(
                            entry.journaalnummer(),
                            entry.times(),
                            WordChange.between(given.get(i).text(), given.get(i + 1).text())));
        }
        return new Explanations(
                Words.of("toelichting.sinds", Words.date(given.get(now).from())), earlier);
    }

    private static LocalDate from(History history, History.Entry entry) {
        return history.regels().stream()
                .filter(
                        other ->
                                Objects.equals(entry.verwijstNaar(), other.journaalnummer())
                                        && entry.isAboutAnEntry())
                .findFirst()
                .orElse(entry)
                .holdsFrom();
    }
}
