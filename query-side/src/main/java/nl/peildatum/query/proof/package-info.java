/**
 * What an auditor takes away and checks without this system: signed checkpoints, and the proof of a
 * journal with its own verifier. Reads what is stored, byte for byte, and no projection; uses the
 * event store, the form of the queries, how a file is downloaded, HTTP and JDBC.
 */
@NullMarked
package nl.peildatum.query.proof;

import org.jspecify.annotations.NullMarked;
