package nl.peildatum.query.api.cut;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.api.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The way from one page to the next and back (RFC 8288), on the very same cut, so that what is
 * recorded meanwhile moves no row from one page to another.
 */
public final class PageLinks {
    private final String address;
    private final @Nullable String query;

    /** For the pages of the list this request asks for. */
    public PageLinks(HttpServletRequest request) {
        address = request.getRequestURI();
        query = request.getQueryString();
    }

    /** The answer with links to the neighbouring pages that exist. */
    public <T> ResponseEntity<T> pages(T answer, Paging paging, long total, Cut cut) {
        List<String> links = new ArrayList<>();
        if (paging.page() > 1) {
            links.add(link("prev", cut, Map.of("pagina", paging.page() - 1)));
        }
        if (paging.offset() + paging.size() < total) {
            links.add(link("next", cut, Map.of("pagina", paging.page() + 1)));
        }
        return answer(links, answer);
    }

    /** The answer with a link to the rows from a number on, where there are any. */
    public <T> ResponseEntity<T> onward(T answer, String parameter, long from, Cut cut) {
        return answer(
                from > cut.knownUpTo()
                        ? List.of()
                        : List.of(link("next", cut, Map.of(parameter, from))),
                answer);
    }

    private String link(String relation, Cut cut, Map<String, ?> place) {
        Map<String, Object> changed = new LinkedHashMap<>(place);
        changed.put("peildatum", cut.reportDate());
        changed.put("bekendTot", cut.knownUpTo());
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(address);
        if (query != null) {
            link.query(query);
        }
        link.replaceQueryParam("bekendOp").replaceQueryParam("minstensJournaal");
        changed.forEach(link::replaceQueryParam);
        return "<" + link.build().toUriString() + ">; rel=\"" + relation + '"';
    }

    private static <T> ResponseEntity<T> answer(List<String> links, T answer) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        if (!links.isEmpty()) {
            response.header(HttpHeaders.LINK, String.join(", ", links));
        }
        return response.body(answer);
    }
}
