package nl.peildatum.api;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormulaGuardTest {

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    @Property
    void any_cell_reads_back_as_it_was(@ForAll("cells") String cell) {
        assertThat(FormulaGuard.unguarded(FormulaGuard.guarded(cell))).isEqualTo(cell);
    }

    @Property
    void no_cell_that_is_written_begins_a_formula(@ForAll("cells") String cell) {
        String written = FormulaGuard.guarded(cell);
        assertThat(written.isEmpty() || FORMULA.indexOf(written.charAt(0)) < 0).isTrue();
    }

    @Property
    void a_cell_that_begins_no_formula_is_written_as_it_is(@ForAll("cells") String cell) {
        if (cell.isEmpty() || ("'" + FORMULA).indexOf(cell.charAt(0)) < 0) {
            assertThat(FormulaGuard.guarded(cell)).isEqualTo(cell);
            assertThat(FormulaGuard.unguarded(cell)).isEqualTo(cell);
        }
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars("'" + FORMULA + "s ").ofMaxLength(6));
    }
}
