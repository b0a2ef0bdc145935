package nl.peildatum.browser;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Pictures of pages with few colours, which makes their files small. */
final class Palette {

    private static final int COLOURS = 16;

    /** From this on somebody sees that a part of a colour differs. */
    private static final int SEEN = 48;

    private Palette() {}

    /** The picture in its most frequent colours; every other becomes the nearest of them. */
    static BufferedImage few(BufferedImage picture, IntUnaryOperator colour) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> count = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colour.applyAsInt(pixels[i] & 0xffffff);
            count.merge(pixels[i], 1, Integer::sum);
        }
        List<Integer> kept =
                count.entrySet().stream()
                        .sorted(
                                Map.Entry.<Integer, Integer>comparingByValue(
                                                Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(COLOURS)
                        .map(Map.Entry::getKey)
                        .toList();
        Map<Integer, Integer> places = new HashMap<>();
        BufferedImage small =
                new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model(kept));
        byte[] indices = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indices[i] = places.computeIfAbsent(pixels[i], one -> nearest(one, kept)).byteValue();
        }
        small.getRaster().setDataElements(0, 0, width, height, indices);
        return small;
    }

    /** The share of the larger picture in which somebody sees a difference. */
    static double difference(BufferedImage one, BufferedImage other) {
        int width = Math.min(one.getWidth(), other.getWidth());
        int height = Math.min(one.getHeight(), other.getHeight());
        long same = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                if (apart(a >> 16, b >> 16) < SEEN
                        && apart(a >> 8, b >> 8) < SEEN
                        && apart(a, b) < SEEN) {
                    same++;
                }
            }
        }
        long all =
                (long) Math.max(one.getWidth(), other.getWidth())
                        * Math.max(one.getHeight(), other.getHeight());
        return 1 - (double) same / all;
    }

    static int grey(int colour) {
        int light =
                ((colour >> 16 & 0xff) * 299 + (colour >> 8 & 0xff) * 587 + (colour & 0xff) * 114)
                        / 1000;
        return light << 16 | light << 8 | light;
    }

    private static int nearest(int colour, List<Integer> kept) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < kept.size(); i++) {
            int other = kept.get(i);
            int distance =
                    square(apart(colour >> 16, other >> 16))
                            + square(apart(colour >> 8, other >> 8))
                            + square(apart(colour, other));
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int apart(int one, int other) {
        return Math.abs((one & 0xff) - (other & 0xff));
    }

    private static int square(int number) {
        return number * number;
    }

    private static IndexColorModel model(List<Integer> kept) {
        int[] colours = kept.stream().mapToInt(colour -> 0xff000000 | colour).toArray();
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    }
}
