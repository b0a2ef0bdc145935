@NullMarked
package nl.peildatum.query.api.dashboard;

import org.jspecify.annotations.NullMarked;
