/**
 * The queries of the interface: who may ask them, in which words they are refused, and what they
 * share in form; uses the house rules of HTTP and, for its configuration, Spring Data JPA.
 */
@NullMarked
package nl.peildatum.query.api;

import org.jspecify.annotations.NullMarked;
