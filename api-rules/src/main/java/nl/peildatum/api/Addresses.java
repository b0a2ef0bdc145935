package nl.peildatum.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;

/** Addresses as they are meant. */
final class Addresses {
    private Addresses() {}

    /** The address that was asked, decoded and without parameters of its parts. */
    static String of(HttpServletRequest request) {
        StringBuilder address = new StringBuilder();
        for (PathContainer.Element element :
                ServletRequestPathUtils.parse(request).pathWithinApplication().elements()) {
            address.append(
                    element instanceof PathContainer.PathSegment segment
                            ? segment.valueToMatch()
                            : element.value());
        }
        return address.toString();
    }
}
