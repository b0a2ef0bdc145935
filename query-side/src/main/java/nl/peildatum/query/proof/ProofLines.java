package nl.peildatum.query.proof;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.peildatum.eventstore.Act;
import nl.peildatum.eventstore.StoredEntry;
import org.jspecify.annotations.Nullable;

/** The lines of a proof's files, in the Dutch names of the interface. */
final class ProofLines {

    private ProofLines() {}

    /** An entry with everything under its hash, byte for byte. */
    static Map<String, @Nullable Object> entry(StoredEntry entry) {
        byte[] texts = entry.texts();
        byte[] salt = entry.salt();
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("vorm", "peildatum-journaal/1");
        line.put("programma", entry.programme());
        line.put("journaalnummer", entry.number());
        line.put("geregistreerdOp", entry.recordedAtText());
        line.put("id", entry.id().toString());
        line.put("onderwerpsoort", entry.aggregateType());
        line.put("onderwerp", entry.aggregateId());
        line.put("volgnummer", entry.sequenceNumber());
        line.put("gebeurtenis", entry.name());
        line.put("revisie", entry.revision());
        line.put("feiten", Base64.getEncoder().encodeToString(entry.facts()));
        line.put("teksten", texts == null ? null : Base64.getEncoder().encodeToString(texts));
        line.put("zout", salt == null ? null : HexFormat.of().formatHex(salt));
        line.put("verbintenis", entry.commitment());
        line.put("hash", entry.hash());
        return line;
    }

    /** An entry after the part that is proved, with the hash that goes before it. */
    static Map<String, @Nullable Object> entryAfter(String previousHash, StoredEntry entry) {
        Map<String, @Nullable Object> line = entry(entry);
        line.put("hashVoor", previousHash);
        return line;
    }

    /** What the proof is about. */
    static Map<String, @Nullable Object> extent(Extent extent) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("vorm", "peildatum-bewijs/2");
        line.put("programma", extent.programme());
        line.put("vanaf", extent.from());
        line.put("totEnMet", extent.upTo());
        line.put("hoofd", extent.head());
        line.put("hashVoor", extent.previousHash());
        line.put("rapportage", extent.reportDate() == null ? null : extent.reportDate().toString());
        return line;
    }

    /** A fixed report; {@code vervangenDoor} is the entry that fixed a later one for its date. */
    static Map<String, @Nullable Object> report(FixedReports.Report report) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("vorm", report.form());
        line.put("peildatum", report.reportDate());
        line.put("journaalnummer", report.number());
        line.put("bekendTot", report.knownUpTo());
        line.put("digest", report.digest());
        line.put("vervangenDoor", report.supersededBy());
        return line;
    }

    /** What was recorded together. */
    static Map<String, @Nullable Object> act(Act act) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("vorm", "peildatum-handeling/1");
        line.put("van", act.first());
        line.put("totEnMet", act.last());
        return line;
    }
}
