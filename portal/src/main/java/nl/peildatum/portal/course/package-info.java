/** How the counts went over time. */
@NullMarked
package nl.peildatum.portal.course;

import org.jspecify.annotations.NullMarked;
