package nl.peildatum.query.api.action;

import java.util.Comparator;

/** Codes in the order people expect: {@code 3}, {@code 4}, {@code 22}, {@code extra-1}. */
public final class NaturalOrder implements Comparator<String> {
    /** The order itself. */
    public static final Comparator<String> OF_CODES = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String left, String right) {
        int l = 0;
        int r = 0;
        while (l < left.length() && r < right.length()) {
            int lEnd = endOfDigits(left, l);
            int rEnd = endOfDigits(right, r);
            int order;
            if (lEnd > l && rEnd > r) {
                order = numbers(left.substring(l, lEnd), right.substring(r, rEnd));
                l = lEnd;
                r = rEnd;
            } else {
                order = Character.compare(left.charAt(l++), right.charAt(r++));
            }
            if (order != 0) {
                return order;
            }
        }
        int rest = Integer.compare(left.length() - l, right.length() - r);
        return rest != 0 ? rest : left.compareTo(right);
    }

    private static int numbers(String left, String right) {
        String l = withoutZeroes(left);
        String r = withoutZeroes(right);
        int length = Integer.compare(l.length(), r.length());
        return length != 0 ? length : l.compareTo(r);
    }

    private static String withoutZeroes(String digits) {
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
