package nl.peildatum.command.trying;

import java.util.Collection;
import nl.peildatum.command.status.Standing;

/** How many actions count, and how many of them have each status of the legend. */
public record CountsShown(
        int acties,
        int afgerond,
        int inUitvoering,
        int inUitvoeringVertraging,
        int doorlopend,
        int nogNietGestart) {

    static CountsShown of(Collection<Place> places) {
        return new CountsShown(
                places.size(),
                count(places, Standing.COMPLETED),
                count(places, Standing.IN_PROGRESS),
                count(places, Standing.DELAYED),
                count(places, Standing.ONGOING),
                count(places, Standing.NOT_STARTED));
    }

    private static int count(Collection<Place> places, Standing wanted) {
        return (int) places.stream().filter(place -> place.standing() == wanted).count();
    }
}
