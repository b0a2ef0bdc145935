/** Reports that are proposed and fixed: commands, state and decisions; knows no framework. */
@NullMarked
package nl.peildatum.command.report;

import org.jspecify.annotations.NullMarked;
