package nl.peildatum.api;

import java.util.List;

/**
 * Which page of a list: {@code pagina} from 1, {@code paginagrootte} 50 unless asked, at most 200.
 */
public record Paging(int page, int size) {
    private static final int LAST_PAGE = 1_000_000;

    /** Reads {@code pagina} and {@code paginagrootte}; what is wrong with them is noted there. */
    public static Paging from(Parameters parameters) {
        Integer page = parameters.optionalInteger("pagina", 1, LAST_PAGE);
        Integer size = parameters.optionalInteger("paginagrootte", 1, 200);
        return new Paging(page == null ? 1 : page, size == null ? 50 : size);
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
