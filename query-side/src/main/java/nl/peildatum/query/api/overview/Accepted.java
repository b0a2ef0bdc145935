package nl.peildatum.query.api.overview;

import java.util.List;
import nl.peildatum.api.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;

/**
 * Chooses a form by what a caller accepts (RFC 9110 12.5.1): the best quality first, then the order
 * in which the caller names them, then our own.
 */
final class Accepted {

    private Accepted() {}

    /** What a range in the header says about a form, and where it stands. */
    private record Wish(MediaType range, int place) {}

    static Offered choose(@Nullable String accept, List<Offered> formats) {
        if (!StringUtils.hasText(accept)) {
            return formats.getFirst();
        }
        List<MediaType> ranges = ranges(accept, formats);
        Offered best = null;
        Wish bestWish = null;
        for (Offered format : formats) {
            Wish wish = wish(ranges, format.type());
            if (wish != null && (bestWish == null || isBetter(wish, bestWish))) {
                best = format;
                bestWish = wish;
            }
        }
        if (best == null) {
            throw notAcceptable(formats);
        }
        return best;
    }

    private static boolean isBetter(Wish wish, Wish than) {
        double quality = wish.range().getQualityValue();
        double other = than.range().getQualityValue();
        return quality > other || (quality == other && wish.place() < than.place());
    }

    /** The most specific range that includes the type; null where none does or it is refused. */
    private static @Nullable Wish wish(List<MediaType> ranges, MediaType type) {
        Wish wish = null;
        for (int place = 0; place < ranges.size(); place++) {
            MediaType range = ranges.get(place);
            if (range.includes(type)
                    && (wish == null || specificity(range) > specificity(wish.range()))) {
                wish = new Wish(range, place);
            }
        }
        return wish == null || wish.range().getQualityValue() == 0 ? null : wish;
    }

    private static int specificity(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }

    private static List<MediaType> ranges(String accept, List<Offered> formats) {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException unreadable) {
            throw notAcceptable(formats);
        }
    }

    private static Problem notAcceptable(List<Offered> formats) {
        return Problem.notAcceptable(
                formats.stream()
                        .map(format -> format.type().getType() + "/" + format.type().getSubtype())
                        .toList());
    }
}
