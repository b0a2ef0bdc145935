/** Forms in which the secretariat records: fill in, see what it does, record. */
@NullMarked
package nl.peildatum.portal.recording;

import org.jspecify.annotations.NullMarked;
