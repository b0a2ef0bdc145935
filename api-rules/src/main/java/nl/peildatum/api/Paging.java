package nl.peildatum.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list: {@code pagina} from 1, {@code paginagrootte} 50 unless asked, at most 200.
 */
public record Paging(int page, int size) {
    /** The same, as the parameters say it. */
    record PageAsked(@Nullable Integer pagina, @Nullable Integer paginagrootte) {}

    /** The page that is asked for. */
    public static Paging of(Asked question) {
        PageAsked asked = question.query(PageAsked.class);
        return new Paging(
                asked.pagina() == null ? 1 : asked.pagina(),
                asked.paginagrootte() == null ? 50 : asked.paginagrootte());
    }

    /** The same, or null where none is asked for. */
    public static @Nullable Paging ifAsked(Asked question) {
        return question.query(PageAsked.class).equals(new PageAsked(null, null))
                ? null
                : of(question);
    }

    /** How many rows come before this page. */
    public long offset() {
        return (page - 1L) * size;
    }

    /** This page of a whole list; empty beyond its end. */
    public <T> List<T> of(List<T> all) {
        int from = (int) Math.min(offset(), all.size());
        return all.subList(from, (int) Math.min(offset() + size, all.size()));
    }
}
