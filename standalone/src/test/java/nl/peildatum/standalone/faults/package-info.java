/** Everything that is asked wrongly, of the standalone as it runs. */
@NullMarked
package nl.peildatum.standalone.faults;

import org.jspecify.annotations.NullMarked;
