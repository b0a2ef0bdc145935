/**
 * Runs it all in one JVM: PostgreSQL, the issuer and the three applications, each as it runs apart.
 */
@NullMarked
package nl.peildatum.standalone;

import org.jspecify.annotations.NullMarked;
