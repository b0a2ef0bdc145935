/**
 * Fixed reports: what was fixed, whether it still reproduces, and what is known otherwise since;
 * uses the cut, what is known, the causes, the actions, the counts of the dashboard, the frozen
 * form, the event store, HTTP, Spring Data JPA and Spring Boot's actuator.
 */
@NullMarked
package nl.peildatum.query.api.report;

import org.jspecify.annotations.NullMarked;
