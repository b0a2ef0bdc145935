package nl.peildatum.portal.cut;

import nl.peildatum.portal.asking.Questions;
import nl.peildatum.portal.cut.About.Moments;
import nl.peildatum.portal.cut.About.Programme;
import org.springframework.stereotype.Component;

/** Asks about a programme what every page of it needs. */
@Component
public class Abouts {

    private final Questions questions;

    Abouts(Questions questions) {
        this.questions = questions;
    }

    /** The programme now, and the days that belong to it. */
    public About of(String programme) {
        Cut now = Cut.now(programme);
        Programme told = questions.ask(now.data(""), Programme.class);
        Moments moments = questions.ask(now.data("/momenten"), Moments.class);
        return new About(
                told.naam(),
                told.uitgevers(),
                new Known(told.peildatum(), told.bekendTot(), told.bekendOp()),
                moments);
    }
}
