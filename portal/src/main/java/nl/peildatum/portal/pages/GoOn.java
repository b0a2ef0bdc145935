package nl.peildatum.portal.pages;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/** Another page, to be asked for (RFC 9110, 15.4.4). */
public final class GoOn {

    private GoOn() {}

    /** To an address of this portal. */
    public static View to(String address) {
        return (_, _, response) -> {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, address);
        };
    }
}
