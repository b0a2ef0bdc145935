package nl.peildatum.api.starting;

import java.util.List;

/** Settings with which an application cannot run; the message has a Dutch line for each fault. */
final class WrongSettings extends RuntimeException {

    WrongSettings(List<String> faults) {
        super(String.join("\n", faults));
    }
}
