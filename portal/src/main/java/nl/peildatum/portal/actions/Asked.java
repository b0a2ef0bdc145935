package nl.peildatum.portal.actions;

import java.util.Arrays;
import nl.peildatum.portal.cut.Cut;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Which actions an address asks for besides the cut, in the interface's own words. */
record Asked(
        @BindParam("actielijn") @Nullable String line,
        @BindParam("telling") @Nullable String count,
        @BindParam("status") @Nullable String status,
        @BindParam("zoek") @Nullable String text,
        @BindParam("afrondingVoorbij") @Nullable String overdue,
        @BindParam("sorteer") @Nullable String order) {

    Asked {
        line = given(line);
        count = given(count);
        status = given(status);
        text = given(text);
        overdue = given(overdue);
        order = given(order);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    Asked line(@Nullable String other) {
        return new Asked(other, count, status, text, overdue, order);
    }

    Asked count(@Nullable String other) {
        return new Asked(line, other, null, text, overdue, order);
    }

    Asked text(@Nullable String other) {
        return new Asked(line, count, status, other, overdue, order);
    }

    Asked overdue(@Nullable String other) {
        return new Asked(line, count, status, text, other, order);
    }

    Asked order(@Nullable String other) {
        return new Asked(line, count, status, text, overdue, other);
    }

    /** The list as a page or as a file. */
    String address(Cut cut, String path) {
        return cut.page(path, parameters());
    }

    /** Names and values by turns, and whatever else. */
    @Nullable Object[] parameters(@Nullable Object... more) {
        @Nullable Object[] own = {
            "actielijn",
            line,
            "telling",
            count,
            "status",
            status,
            "zoek",
            text,
            "afrondingVoorbij",
            overdue,
            "sorteer",
            order
        };
        @Nullable Object[] all = Arrays.copyOf(own, own.length + more.length);
        System.arraycopy(more, 0, all, own.length, more.length);
        return all;
    }
}
