package nl.peildatum.portal.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not recorded, all of it at once.
 *
 * @param notice what happened, where that is no fault of what was filled in
 * @param since what others recorded meanwhile, in words
 * @param items what is wrong, each with its place on the page
 */
public record Wrong(@Nullable String notice, List<String> since, List<Item> items) {

    /**
     * One thing that is wrong.
     *
     * @param place the id of where it is on the page, where it is on it
     * @param name what is there
     */
    public record Item(@Nullable String place, @Nullable String name, String told) {}

    /** Whether nothing is. */
    public boolean nothing() {
        return notice == null && items.isEmpty();
    }

    /** A fault of the interface, at its field where that is on the form. */
    public static Item of(Fault fault, List<Field> fields) {
        return fields.stream()
                .filter(field -> field.named(fault.veld()))
                .findFirst()
                .map(field -> new Item(field.id(), field.label(), fault.melding()))
                .orElseGet(() -> new Item(null, null, fault.melding()));
    }
}
