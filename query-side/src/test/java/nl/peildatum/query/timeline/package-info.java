@NullMarked
package nl.peildatum.query.timeline;

import org.jspecify.annotations.NullMarked;
