package nl.peildatum.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagingTest {

    @Test
    void a_page_beyond_the_end_is_empty() {
        assertThat(new Paging(1, 2).of(List.of(1, 2, 3))).containsExactly(1, 2);
        assertThat(new Paging(2, 2).of(List.of(1, 2, 3))).containsExactly(3);
        assertThat(new Paging(1_000_000, 200).of(List.of(1, 2, 3))).isEmpty();
    }
}
