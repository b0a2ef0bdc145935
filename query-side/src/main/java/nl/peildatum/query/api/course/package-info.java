/**
 * The counts of a programme over months, quarters or years, with the knowledge of one moment; uses
 * the cut, the spans of actions and lines, and the form of the dashboard.
 */
@NullMarked
package nl.peildatum.query.api.course;

import org.jspecify.annotations.NullMarked;
