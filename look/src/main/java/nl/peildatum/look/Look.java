package nl.peildatum.look;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import nl.peildatum.look.templates.StaticTemplates;
import nl.peildatum.look.templates.Templates;

/** The parts that pages are made of. */
public final class Look {

    /** The templates of the parts. */
    public static final Templates PARTS = new StaticTemplates();

    /** What is left out. */
    public static final Content NOTHING = output -> {};

    private Look() {}

    /** A page as it goes over the line, in UTF-8. */
    public static byte[] bytes(JteModel page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        page.render(output);
        return output.toByteArray();
    }
}
