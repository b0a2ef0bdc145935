/**
 * The monitoring overview of a cut as one model, and the formats in which it is published; uses the
 * cut, what is known on it, the actions, the counts of the dashboard, the form of the reports, how
 * a file is downloaded, HTTP, templates with the look that every page has, and libraries for
 * documents.
 */
@NullMarked
package nl.peildatum.query.api.overview;

import org.jspecify.annotations.NullMarked;
