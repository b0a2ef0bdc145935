@NullMarked
package nl.peildatum.query.trail;

import org.jspecify.annotations.NullMarked;
