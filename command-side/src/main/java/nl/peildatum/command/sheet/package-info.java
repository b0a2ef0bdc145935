/**
 * Reads a sheet of updates, one row per action, from CSV or ODS; knows the texts of the interface
 * and where an action can stand, and nothing of what is held but the codes it is given.
 */
@NullMarked
package nl.peildatum.command.sheet;

import org.jspecify.annotations.NullMarked;
