package nl.peildatum.command.importing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Something about a document that is told and needs nothing: where, and what. */
record Remark(@JsonProperty("plaats") String place, @JsonProperty("melding") String message) {}
