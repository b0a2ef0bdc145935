/**
 * What every HTTP side of Peildatum keeps alike: problems, requests as records, access by role,
 * entity tags and the form of dates and moments; uses Spring MVC and Spring Security, and nothing
 * of the domain.
 */
@NullMarked
package nl.peildatum.api;

import org.jspecify.annotations.NullMarked;
