/**
 * The counts per action line on a cut, from the current counts or from the versions; uses the cut,
 * what is known on it, the actions, the days that stand out, HTTP and Spring Data JPA.
 */
@NullMarked
package nl.peildatum.query.api.dashboard;

import org.jspecify.annotations.NullMarked;
