package nl.peildatum.events;

/** A link to another action of the same programme, named by its action code. */
public record Link(LinkKind kind, String action) {}
