package nl.peildatum.portal.cut;

import nl.peildatum.portal.asking.Questions;
import org.springframework.stereotype.Component;

/** Asks about a programme what every page of it needs. */
@Component
public class Abouts {

    private final Questions questions;

    Abouts(Questions questions) {
        this.questions = questions;
    }

    /** The programme now, and the days that belong to it, in one question. */
    public About of(String programme) {
        return questions.ask(Cut.now(programme).data("/momenten"), About.Told.class).about();
    }
}
