/** What a standalone tells whoever started it, in Dutch lines; uses api-rules for its words. */
@NullMarked
package nl.peildatum.standalone.telling;

import org.jspecify.annotations.NullMarked;
