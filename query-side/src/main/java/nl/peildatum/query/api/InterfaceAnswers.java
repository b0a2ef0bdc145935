package nl.peildatum.query.api;

import nl.peildatum.api.Asked;
import nl.peildatum.contract.Contract;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The interface itself, for whoever asks and from wherever. */
@RestController
class InterfaceAnswers {
    private final byte[] document;

    InterfaceAnswers(Contract contract, @Value("${peildatum.openbaar:false}") boolean openbaar) {
        document = contract.json(openbaar);
    }

    @GetMapping(path = QueryApi.DOCUMENT, produces = "application/json")
    byte[] document(Asked question) {
        question.nothing();
        return document;
    }
}
