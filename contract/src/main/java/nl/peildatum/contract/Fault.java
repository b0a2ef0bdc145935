package nl.peildatum.contract;

/**
 * One thing that is wrong with the input: the field or parameter, and in plain Dutch what to do.
 */
public record Fault(String veld, String melding) {
    public Fault {
        veld = Characters.printable(veld, 200);
        melding = Characters.printable(melding, 1000);
    }
}
