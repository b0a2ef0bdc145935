/**
 * How a table or an archive becomes a file that is taken away: CSV, spreadsheets and zips; uses
 * api-rules and the libraries that write them, and knows nothing of what is in them.
 */
@NullMarked
package nl.peildatum.query.download;

import org.jspecify.annotations.NullMarked;
