/**
 * The actions on a cut: the list, one action and the course of its status; uses the cut, what is
 * known on it, the event store and HTTP.
 */
@NullMarked
package nl.peildatum.query.api.action;

import org.jspecify.annotations.NullMarked;
