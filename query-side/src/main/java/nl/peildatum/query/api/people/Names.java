package nl.peildatum.query.api.people;

import java.util.Collection;
import java.util.Map;
import nl.peildatum.eventstore.People;
import nl.peildatum.query.api.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The names behind subjects, as they may be shown.
 *
 * @param known the name of each subject that is known; null for who was erased
 */
public record Names(Map<String, @Nullable String> known) {

    /** Those of some subjects. */
    static Names of(People people, Collection<String> subjects) {
        return new Names(people.names(subjects));
    }

    /** What somebody is called; null where that is not known. */
    public @Nullable String of(String subject) {
        if (!known.containsKey(subject)) {
            return null;
        }
        String name = known.get(subject);
        return name == null ? Wording.PERSON_ERASED.text() : name;
    }
}
