package nl.peildatum.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Een zin.                    | <p>Een zin.</p>
                    Een.\\n\\nTwee.             | <p>Een.</p><p>Twee.</p>
                    Een.\\n \\n\\n Twee.        | <p>Een.</p><p>Twee.</p>
                    Een,\\r\\ntwee.             | <p>Een,<br/>twee.</p>
                    - een\\n- twee              | <ul><li>een</li><li>twee</li></ul>
                    * een\\n* twee              | <ul><li>een</li><li>twee</li></ul>
                    1. een\\n2. twee            | <ol><li>een</li><li>twee</li></ol>
                    3) drie                     | <ol start="3"><li>drie</li></ol>
                    Dit:\\n- een\\nen dan       | <p>Dit:</p><ul><li>een</li></ul><p>en dan</p>
                    een -twee\\n-drie           | <p>een -twee<br/>-drie</p>
                    2024. was een jaar          | <p>2024. was een jaar</p>
                    **Eind 2026** weet men      | <p><strong>Eind 2026</strong> weet men</p>
                    een _klein_ woord           | <p>een <em>klein</em> woord</p>
                    snake_case_naam             | <p>snake_case_naam</p>
                    2 * 3 ** 4 en **open        | <p>2 * 3 ** 4 en **open</p>
                    a _ b _ c                   | <p>a _ b _ c</p>
                    <b>x</b> & [y](http://z)    | <p>&lt;b&gt;x&lt;/b&gt; &amp; [y](http://z)</p>
                    """)
    void a_text_means_what_it_looks_like(String text, String meant) {
        String html =
                new String(
                        Look.bytes(
                                Look.PARTS.prose(
                                        Prose.of(text.replace("\\r", "\r").replace("\\n", "\n")))),
                        StandardCharsets.UTF_8);

        assertThat(
                        html.replace(" dir=\"auto\"", "")
                                .replaceAll(">\\s+", ">")
                                .replaceAll("\\s+<", "<"))
                .isEqualTo(
                        meant.replaceAll(" <(strong|em)>", "<$1>")
                                .replaceAll("</(strong|em)> ", "</$1>"));
    }

    @Test
    void of_nothing_there_is_nothing() {
        assertThat(Prose.of(" \n \n").blocks()).isEmpty();
    }
}
