package nl.peildatum.portal.counts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A programme that can be asked about. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Programme(String programma, String naam) {}
