package nl.peildatum.query.api.people;

import java.time.Instant;
import java.util.List;
import nl.peildatum.api.Asked;
import nl.peildatum.api.Paging;
import nl.peildatum.query.api.QueryApi;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people whose names are known or were erased, for who administers them. */
@RestController
class PeopleAnswers {

    private final Register register;

    PeopleAnswers(Register register) {
        this.register = register;
    }

    /**
     * Somebody.
     *
     * @param naam null once erased
     */
    record PersonShown(String subject, @Nullable String naam, @Nullable Instant gewistOp) {}

    /** A page of them, in the order of their subjects. */
    record PeopleList(List<PersonShown> personen, int totaal, int pagina, int paginagrootte) {}

    @GetMapping(path = QueryApi.PEOPLE, produces = "application/json")
    PeopleList list(Asked question) {
        Paging paging = Paging.of(question);
        return new PeopleList(
                register.some(paging.offset(), paging.size()).stream()
                        .map(
                                person ->
                                        new PersonShown(
                                                person.subject(), person.name(), person.erasedAt()))
                        .toList(),
                register.count(),
                paging.page(),
                paging.size());
    }
}
