/**
 * What differs between two cuts, which entries made it so, and how it reads; uses the cut, what is
 * known, the actions, the rules of sentences, HTTP and Spring Data JPA.
 */
@NullMarked
package nl.peildatum.query.api.difference;

import org.jspecify.annotations.NullMarked;
