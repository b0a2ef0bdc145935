package nl.peildatum.portal.recording;

/** What is wrong with one field, as the interface names it and says it. */
public record Fault(String veld, String melding) {}
