@NullMarked
package nl.peildatum.query.processing;

import org.jspecify.annotations.NullMarked;
