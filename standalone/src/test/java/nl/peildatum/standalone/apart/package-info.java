/**
 * Peildatum apart, as {@code docker-compose.yml} says, without a Docker engine: the processes that
 * stand there, with the commands, environment, ports and health checks that stand there. Needs
 * PostgreSQL's clients, curl and npx; run by the profile {@code apart}.
 */
@NullMarked
package nl.peildatum.standalone.apart;

import org.jspecify.annotations.NullMarked;
