/**
 * ActionAnswers on a cut: the list, one action and the course of its status; uses the cut, the
 * action versions and the lines.
 */
@NullMarked
package nl.peildatum.query.api.action;

import org.jspecify.annotations.NullMarked;
