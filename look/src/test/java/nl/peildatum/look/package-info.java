@NullMarked
package nl.peildatum.look;

import org.jspecify.annotations.NullMarked;
