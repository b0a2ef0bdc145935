package nl.peildatum.standalone.document;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import nl.peildatum.contract.AccessChecks;
import nl.peildatum.contract.DocumentChecks;
import nl.peildatum.contract.HeldAnswers;

/** What is looked for; each is the same that the modules' own tests look for. */
@SuppressWarnings("ImmutableEnumChecker") // none of them keeps anything
enum Check {
    UNCHECKED(whole -> DocumentChecks.unchecked(whole.document())),
    UNBOUNDED(whole -> DocumentChecks.unbounded(whole.document())),
    NAMELESS(whole -> DocumentChecks.nameless(whole.document())),
    UNUSED(whole -> DocumentChecks.unused(whole.document())),
    UNSAFE(whole -> DocumentChecks.unsafe(whole.document())),
    OPEN(whole -> DocumentChecks.open(whole.document())),
    REFUSED_EXAMPLE(whole -> DocumentChecks.refusedExamples(whole.document())),
    OTHER_EXAMPLE(whole -> new HeldAnswers(whole.document()).otherExamples()),
    UNANSWERED(whole -> Requests.unanswered(whole.document(), whole.handlers())),
    UNREAD(whole -> Requests.unread(whole.document(), whole.handlers())),
    LET_IN_OTHERWISE(
            whole ->
                    AccessChecks.otherwise(
                            DocumentChecks.contract(whole.document()),
                            true,
                            Set.of("GET", "POST", "PUT", "DELETE"),
                            whole.asking()));

    private final Function<Whole, Collection<String>> found;

    Check(Function<Whole, Collection<String>> found) {
        this.found = found;
    }

    /** What is wrong, each with its place. */
    Collection<String> of(Whole whole) {
        return found.apply(whole);
    }
}
