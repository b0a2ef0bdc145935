package nl.peildatum.query.timeline;

import nl.peildatum.events.LineContent;

/**
 * What an action line says on a day.
 *
 * @param entry the journal number of the entry that gave the content
 */
public record LineState(long entry, LineContent content) {}
