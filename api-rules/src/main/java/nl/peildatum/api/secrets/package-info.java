/** Files that nobody but their owner may read; uses the JDK alone. */
@NullMarked
package nl.peildatum.api.secrets;

import org.jspecify.annotations.NullMarked;
