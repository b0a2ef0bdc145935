package nl.peildatum.command.http;

import java.util.ArrayList;
import java.util.List;
import nl.peildatum.api.Problem;
import nl.peildatum.command.words.Wordings;
import nl.peildatum.contract.Fault;
import nl.peildatum.events.Link;
import nl.peildatum.events.LinkKind;

/** A link of an action to another one, as it is asked for. */
public record LinkAsked(LinkKind soort, String actie) {

    /**
     * The links, each named once.
     *
     * @param field where they stand
     */
    public static List<Link> links(List<LinkAsked> asked, String field) {
        List<Link> links = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (LinkAsked one : asked) {
            Link link = new Link(one.soort(), one.actie());
            if (links.contains(link)) {
                faults.add(
                        new Fault(
                                "%s[%d].actie".formatted(field, links.size()),
                                Wordings.of("input.duplicateLink")));
            }
            links.add(link);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return links;
    }
}
