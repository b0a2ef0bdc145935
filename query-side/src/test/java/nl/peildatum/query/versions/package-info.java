@NullMarked
package nl.peildatum.query.versions;

import org.jspecify.annotations.NullMarked;
