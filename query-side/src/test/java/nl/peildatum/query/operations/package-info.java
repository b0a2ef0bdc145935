@NullMarked
package nl.peildatum.query.operations;

import org.jspecify.annotations.NullMarked;
