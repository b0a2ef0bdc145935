package nl.peildatum.portal.live;

import java.util.List;
import java.util.stream.Stream;
import nl.peildatum.portal.changes.Difference;
import nl.peildatum.portal.cut.StatusCode;
import nl.peildatum.portal.words.Words;

/** What was recorded lately, in sentences that are short enough to be read out. */
record News(List<String> zinnen) {

    /** What no action counts otherwise by is told by its number alone, as all may know that. */
    static News of(Difference difference) {
        List<String> told =
                Stream.of(
                                difference.gecorrigeerd(),
                                difference.verplaatsingen(),
                                difference.toegetreden(),
                                difference.uitgetreden())
                        .flatMap(List::stream)
                        .map(News::sentence)
                        .distinct()
                        .toList();
        return new News(
                told.isEmpty()
                        ? List.of(Words.of("levend.regel", difference.tot().bekendTot()))
                        : told);
    }

    private static String sentence(Difference.Told told) {
        Difference.Place from = told.telde();
        Difference.Place to = told.telt();
        if (to == null) {
            return Words.of("levend.eraf", told.actie());
        }
        StatusCode status = to.status();
        if (from == null) {
            return Words.of("levend.erbij", told.actie(), status.word());
        }
        return from.status() != status
                ? Words.of("levend.ging", told.actie(), status.word())
                : Words.of(
                        "levend.ging",
                        told.actie(),
                        to.actielijn() == null
                                ? Words.of("lijn.geen")
                                : Words.of("lijn.nummer", to.actielijn()));
    }
}
