package nl.peildatum.query.api.cut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.peildatum.api.Asked;
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

    /** For the pages of the list that is asked for. */
    public PageLinks(Asked question) {
        address = question.address();
        query = question.queryText();
    }

    /** The answer with links to the other pages that exist; none where it is the only one. */
    public <T> ResponseEntity<T> pages(T answer, Paging paging, long total, Cut cut) {
        long last = Math.max(1, Math.ceilDiv(total, (long) paging.size()));
        List<String> links = new ArrayList<>();
        if (last > 1 || paging.page() > 1) {
            links.add(page("first", 1, cut));
        }
        if (paging.page() > 1) {
            links.add(page("prev", paging.page() - 1L, cut));
        }
        if (paging.page() < last) {
            links.add(page("next", paging.page() + 1L, cut));
        }
        if (last > 1 || paging.page() > 1) {
            links.add(page("last", last, cut));
        }
        return answer(links, answer);
    }

    private String page(String relation, long number, Cut cut) {
        return link(relation, cut, Map.of("pagina", number));
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
