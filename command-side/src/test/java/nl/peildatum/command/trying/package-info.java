@NullMarked
package nl.peildatum.command.trying;

import org.jspecify.annotations.NullMarked;
