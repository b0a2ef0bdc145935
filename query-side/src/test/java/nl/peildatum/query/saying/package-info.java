@NullMarked
package nl.peildatum.query.saying;

import org.jspecify.annotations.NullMarked;
