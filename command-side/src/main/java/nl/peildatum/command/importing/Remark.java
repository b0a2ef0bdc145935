package nl.peildatum.command.importing;

/** Something about a document that is told and needs nothing: where, and what. */
record Remark(String place, String message) {}
