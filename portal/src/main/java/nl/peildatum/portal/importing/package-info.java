/** Taking over a document: what it would change, what it leaves open, and recording it. */
@NullMarked
package nl.peildatum.portal.importing;

import org.jspecify.annotations.NullMarked;
