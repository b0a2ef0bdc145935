package nl.peildatum.api;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import nl.peildatum.contract.Operation;
import org.springframework.http.HttpHeaders;

/** Since when something of the interface is old, as headers say it (RFC 9745, RFC 8594). */
final class Retirement {
    private Retirement() {}

    static void tell(Operation.Retired retired, HttpServletResponse response) {
        response.setHeader("Deprecation", "@" + begin(retired.since()).toEpochSecond());
        response.setHeader(
                "Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(begin(retired.until())));
        response.addHeader(
                HttpHeaders.LINK,
                "</api/v1/openapi.json>; rel=\"deprecation\"; type=\"application/json\"");
    }

    private static ZonedDateTime begin(LocalDate day) {
        return day.atStartOfDay(Today.AMSTERDAM).withZoneSameInstant(ZoneOffset.UTC);
    }
}
