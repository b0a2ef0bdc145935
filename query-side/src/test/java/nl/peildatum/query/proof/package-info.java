/** Proofs and their verifier, on journals with a database of their own. */
@NullMarked
package nl.peildatum.query.proof;

import org.jspecify.annotations.NullMarked;
