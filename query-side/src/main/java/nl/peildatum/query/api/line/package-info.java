/** The action lines as they read on a cut; uses the line versions and nothing else. */
@NullMarked
package nl.peildatum.query.api.line;

import org.jspecify.annotations.NullMarked;
