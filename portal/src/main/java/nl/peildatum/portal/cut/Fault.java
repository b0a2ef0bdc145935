package nl.peildatum.portal.cut;

/**
 * What is wrong with the cut that was asked.
 *
 * @param field the parameter that it is wrong in
 * @param told what is wrong, and what to do
 */
public record Fault(String field, String told) {}
