/** What the tests of the query-side share: a database of their own and events to put in it. */
@NullMarked
package nl.peildatum.query;

import org.jspecify.annotations.NullMarked;
