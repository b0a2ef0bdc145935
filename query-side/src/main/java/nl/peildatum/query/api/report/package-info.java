/**
 * Fixed reports: what was fixed, whether it still reproduces, and what is known otherwise since.
 */
@NullMarked
package nl.peildatum.query.api.report;

import org.jspecify.annotations.NullMarked;
