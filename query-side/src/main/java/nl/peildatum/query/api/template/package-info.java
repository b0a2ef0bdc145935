/**
 * The sheet in which the secretariat writes its updates, filled with what is held on a cut; uses
 * the cut, the action versions and the lines.
 */
@NullMarked
package nl.peildatum.query.api.template;

import org.jspecify.annotations.NullMarked;
