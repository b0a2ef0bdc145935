/**
 * What the one who runs the system sees and does; uses the processing and Spring Boot's actuator.
 */
@NullMarked
package nl.peildatum.query.operations;

import org.jspecify.annotations.NullMarked;
