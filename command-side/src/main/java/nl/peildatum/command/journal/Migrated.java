package nl.peildatum.command.journal;

/** That the database is durable and its schema up to date, so that the journal can be used. */
public record Migrated() {}
