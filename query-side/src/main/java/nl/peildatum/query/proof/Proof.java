package nl.peildatum.query.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a proof as it is read, so that no journal is too long for it. */
@Component
class Proof {

    private static final List<String> ENCLOSED =
            List.of("LEESMIJ.md", "README.md", "Controleer.java");

    private final StoredProof stored;
    // its own: what a proof's lines look like depends on no setting
    private final JsonMapper json = new JsonMapper();

    Proof(StoredProof stored) {
        this.stored = stored;
    }

    /**
     * The strong entity tag of a proof: of everything stored that it shows, and of what goes with
     * it.
     */
    String tag(Extent extent) {
        MessageDigest digest = ProofZip.sha256();
        ENCLOSED.forEach(name -> digest.update(enclosed(name)));
        digest.update(json.writeValueAsBytes(ProofLines.extent(extent)));
        digest.update(stored.digest(extent).getBytes(StandardCharsets.UTF_8));
        return '"' + HexFormat.of().formatHex(digest.digest()) + '"';
    }

    void write(Extent extent, OutputStream out) throws IOException {
        ProofZip zip = new ProofZip(out);
        for (String name : ENCLOSED) {
            zip.file(name, file -> file.write(enclosed(name)));
        }
        zip.file("bewijs.json", file -> line(file, ProofLines.extent(extent)));
        FixedReports reports = new FixedReports(json);
        zip.file("gebeurtenissen.jsonl", file -> entries(extent, reports, file));
        zip.file("tekstwissingen.jsonl", file -> erasuresAfter(extent, file));
        zip.file(
                "rapportages.jsonl",
                file -> reports.all().forEach(report -> line(file, ProofLines.report(report))));
        zip.file(
                "controlepunten.jsonl",
                file -> stored.checkpoints(extent).forEach(point -> line(file, point)));
        zip.file("sleutels.jsonl", file -> stored.keys().forEach(key -> line(file, key)));
        zip.file(
                "handelingen.jsonl",
                file -> stored.acts(extent, act -> line(file, ProofLines.act(act))));
        zip.finish();
    }

    private void entries(Extent extent, FixedReports reports, OutputStream file) {
        stored.entries(
                extent.programme(),
                extent.from(),
                extent.upTo(),
                entry -> {
                    reports.pass(entry);
                    line(file, ProofLines.entry(entry));
                });
    }

    private void erasuresAfter(Extent extent, OutputStream file) {
        stored.erasuresAfter(
                extent,
                entry -> {
                    String previous = stored.hash(extent.programme(), entry.number() - 1);
                    line(file, ProofLines.entryAfter(previous, entry));
                });
    }

    /** Unchecked, since it is called from where the rows come by. */
    private void line(OutputStream file, Object line) {
        try {
            file.write(json.writeValueAsBytes(line));
            file.write('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static byte[] enclosed(String name) {
        try (InputStream file = Objects.requireNonNull(Proof.class.getResourceAsStream(name))) {
            return file.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
