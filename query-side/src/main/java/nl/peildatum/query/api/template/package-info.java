/**
 * The sheet in which the secretariat writes its updates, filled with what is held on a cut; uses
 * the cut, what is known on it, the actions, how a file is downloaded, HTTP and libraries for
 * documents.
 */
@NullMarked
package nl.peildatum.query.api.template;

import org.jspecify.annotations.NullMarked;
