package nl.peildatum.portal.actions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The actions that are listed, with what leads to other lists.
 *
 * @param number how many are found
 * @param of how many are counted in all
 * @param text what was searched for
 * @param orders the orders of the list
 * @param chosen what is chosen, each with the address of the list without it
 * @param before the page before this one
 * @param after the page after it
 * @param csv where exactly this list is to be had as a file
 */
public record ActionList(
        List<Action> actions,
        int number,
        int of,
        @Nullable String text,
        List<Filter> lines,
        List<Filter> statuses,
        List<Filter> others,
        List<Filter> orders,
        List<Filter> chosen,
        @Nullable String before,
        @Nullable String after,
        String csv) {}
