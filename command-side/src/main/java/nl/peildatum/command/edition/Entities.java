package nl.peildatum.command.edition;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The named characters of HTML that office documents use. */
final class Entities {

    /** Those of Latin-1, in the order of their code points from U+00A0 on. */
    private static final String LATIN_1 =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg"
                    + " plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12"
                    + " frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute"
                    + " Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml"
                    + " times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc"
                    + " atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc"
                    + " iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute"
                    + " ucirc uuml yacute thorn yuml";

    private static final String OTHERS =
            "amp 26 lt 3C gt 3E quot 22 apos 27 OElig 152 oelig 153 Scaron 160 scaron 161 Yuml 178"
                    + " circ 2C6 tilde 2DC ensp 2002 emsp 2003 numsp 2007 thinsp 2009 zwnj 200C zwj"
                    + " 200D lrm 200E rlm 200F hyphen 2010 dash 2010 ndash 2013 mdash 2014 horbar 2015"
                    + " lsquo 2018 rsquo 2019 sbquo 201A ldquo 201C rdquo 201D bdquo 201E dagger 2020"
                    + " Dagger 2021 bull 2022 hellip 2026 permil 2030 prime 2032 Prime 2033 lsaquo 2039"
                    + " rsaquo 203A euro 20AC trade 2122 larr 2190 uarr 2191 rarr 2192 darr 2193 harr"
                    + " 2194 minus 2212 infin 221E asymp 2248 ne 2260 le 2264 ge 2265 squf 25AA cir"
                    + " 25CB check 2713";

    private static final Map<String, Integer> NAMED = named();

    /** The longest text between ampersand and semicolon that can be an entity. */
    static final int LONGEST = 10;

    private Entities() {}

    static @Nullable Integer named(String name) {
        return NAMED.get(name);
    }

    private static Map<String, Integer> named() {
        Map<String, Integer> named = new HashMap<>();
        String[] latin = LATIN_1.split(" ", -1);
        for (int i = 0; i < latin.length; i++) {
            named.put(latin[i], 0xA0 + i);
        }
        String[] others = OTHERS.split(" ", -1);
        for (int i = 0; i < others.length; i += 2) {
            named.put(others[i], Integer.parseInt(others[i + 1], 16));
        }
        return Map.copyOf(named);
    }
}
