@NullMarked
package nl.peildatum.query.checking;

import org.jspecify.annotations.NullMarked;
