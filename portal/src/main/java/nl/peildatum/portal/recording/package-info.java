/** Forms in which people record or erase: fill in, see what it does, do it. */
@NullMarked
package nl.peildatum.portal.recording;

import org.jspecify.annotations.NullMarked;
