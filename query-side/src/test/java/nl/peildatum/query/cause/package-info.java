@NullMarked
package nl.peildatum.query.cause;

import org.jspecify.annotations.NullMarked;
