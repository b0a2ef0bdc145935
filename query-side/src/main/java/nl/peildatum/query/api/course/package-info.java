/**
 * The counts of a programme over months, quarters or years, with the knowledge of one moment; uses
 * the cut, what is known on it, the actions, the form of the dashboard and HTTP.
 */
@NullMarked
package nl.peildatum.query.api.course;

import org.jspecify.annotations.NullMarked;
