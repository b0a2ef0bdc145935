package nl.peildatum.look;

import java.util.List;

/**
 * What is around the content of a page.
 *
 * @param title what, of which programme, of which product
 * @param product the name that leads to the front page
 * @param skip the words of the link to the content
 * @param menuName what the menu is called by who cannot see it
 * @param steps what comes before and after this page in time
 */
public record Shell(
        String title,
        String product,
        String skip,
        String menuName,
        List<Item> menu,
        List<Step> steps) {

    /** One word of the menu. */
    public record Item(String word, String address, boolean current) {}

    /** A page before or after this one; {@code rel} is {@code prev} or {@code next}. */
    public record Step(String rel, String address) {}
}
