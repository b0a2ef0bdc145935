import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.Boolean;
import java.lang.Character;
import java.lang.IllegalArgumentException;
import java.lang.IllegalStateException;
import java.lang.Iterable;
import java.lang.Long;
import java.lang.Math;
import java.lang.NumberFormatException;
import java.lang.Object;
import java.lang.OutOfMemoryError;
import java.lang.Override;
import java.lang.RuntimeException;
import java.lang.String;
import java.lang.StringBuilder;
import java.lang.SuppressWarnings;
import java.lang.System;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the proof of a journal, with nothing but a JDK (17 or newer): {@code java Controleer.java}
 * in the unpacked folder. Exits with 0 when everything holds, with 1 when something does not or
 * could not be checked, and with 2 when it was asked wrongly. LEESMIJ.md and README.md say what is
 * proved and what is not.
 *
 * <p>Reads in this order: what is asked, the folder and its manifest, the chain of hashes, erased
 * texts, acts, keys, checkpoints, reports with the fold behind them, and last JSON and other tools.
 * Nothing that is read is trusted: a file, a line or a number that makes no sense becomes a
 * finding. What java.lang gives anyway is imported by name: a class of such a name that lies in the
 * folder would otherwise take its place.
 */
public final class Controleer {

    private static final String USAGE =
            """
            Gebruik, in de map met het uitgepakte bewijs:
              java Controleer.java [--vingerafdruk=HEX] [--controlepunt=BEWAARD]...
              java Controleer.java --regels=NUMMER

            --map           de map met het bewijs, als dat niet de map is waarin u staat
            --vingerafdruk  de vingerafdruk van een sleutel die u van elders kent
            --controlepunt  een controlepunt dat u eerder bewaarde: een bestand, een JSON-regel of NUMMER:HASH
            --regels        toon alleen de dertien regels onder de hash van een journaalregel (voor sha256sum)

            Afsluitcode: 0 in orde, 1 niet in orde of niet gecontroleerd, 2 verkeerd gevraagd.""";

    public static void main(String[] arguments) {
        System.exit(run(Path.of(""), List.of(arguments), System.out));
    }

    /** Checks a folder and prints what was found; the exit code. */
    static int run(Path folder, List<String> arguments, PrintStream out) {
        if (arguments.equals(List.of("--help"))) {
            out.println(USAGE);
            return 0;
        }
        try {
            Options options = Options.of(folder, arguments);
            if (options.shownLines() != null) {
                return showLines(options.folder(), options.shownLines(), out);
            }
            Findings findings = new Findings();
            Summary summary = check(options, findings);
            findings.print(out);
            summary.lines().forEach(out::println);
            return findings.none() ? 0 : 1;
        } catch (WrongUse wrong) {
            out.println(printable(wrong.getMessage()));
            out.println(USAGE);
            return 2;
        } catch (OutOfMemoryError full) {
            out.println(
                    "NIET GECONTROLEERD: er is te weinig geheugen. Probeer: java -Xmx2g Controleer.java");
            return 1;
        } catch (RuntimeException unforeseen) { // whatever somebody thought of
            out.println("NIET GECONTROLEERD: " + printable(String.valueOf(unforeseen)));
            return 1;
        }
    }

    private static Summary check(Options options, Findings findings) {
        Summary summary = new Summary();
        Folder files = new Folder(options.folder(), options.keptFiles(), findings);
        Extent extent = files.extent();
        files.checkManifest(extent == null || extent.tellsActs() ? FILES : FILES_WITHOUT_ACTS);
        if (extent == null) {
            return summary;
        }
        Keys keys = Keys.read(files, findings);
        Chain chain = Chain.read(files, extent, findings);
        chain.diagnose();
        Map<Long, Long> erasers = Erasures.check(files, extent, chain, findings);
        Checkpoints checkpoints = Checkpoints.read(files, extent, keys, chain, findings);
        checkpoints.expect(options.fingerprint(), findings);
        Kept kept = Kept.compare(options.kept(), extent, keys, chain, findings);
        int reproduced = Reports.check(files, extent, chain, findings, summary);
        long acts = Acts.check(files, extent, findings.none() ? findings : new Findings());
        summary.unsigned(checkpoints, chain, erasers);
        summary.tell(extent, chain, acts, checkpoints, reproduced, kept, findings.none());
        return summary;
    }

    private static int showLines(Path folder, long number, PrintStream out) {
        Findings findings = new Findings();
        Folder files = new Folder(folder, Set.of(), findings);
        Extent extent = files.extent();
        String[] previous = {extent == null ? "" : extent.previousHash()};
        int[] shown = {0};
        files.lines(
                EVENTS,
                line -> {
                    Entry entry = Entry.of(line);
                    if (entry.hashed().number() == number && shown[0]++ == 0) {
                        out.print(entry.hashed().lines(number, previous[0]));
                    }
                    previous[0] = entry.hashed().hash();
                });
        if (shown[0] == 0) { // not where a next tool would take it for the lines
            System.err.println("Regel " + number + " staat niet in dit bewijs.");
        }
        out.flush();
        return shown[0] == 0 ? 1 : 0;
    }

    // ------------------------------------------------------------------ what is asked

    /** What stands on the command line. */
    record Options(
            Path folder,
            String fingerprint,
            List<String> kept,
            Set<Path> keptFiles,
            Long shownLines) {

        static Options of(Path here, List<String> arguments) {
            Path folder = here;
            String fingerprint = null;
            Long shownLines = null;
            List<String> kept = new ArrayList<>();
            Set<Path> files = new HashSet<>();
            for (String argument : arguments) {
                int equals = argument.indexOf('=');
                String name = equals < 0 ? argument : argument.substring(0, equals);
                String value = equals < 0 ? "" : argument.substring(equals + 1).strip();
                switch (name) {
                    case "--map" -> folder = folder(value);
                    case "--vingerafdruk" -> {
                        if (fingerprint != null) {
                            throw new WrongUse("Geef --vingerafdruk een keer.");
                        }
                        fingerprint = fingerprint(value);
                    }
                    case "--controlepunt" -> {
                        kept.add(value);
                        files.addAll(file(value));
                    }
                    case "--regels" -> shownLines = number(value);
                    default -> throw new WrongUse("Onbekend: " + argument);
                }
            }
            if (shownLines != null && (fingerprint != null || !kept.isEmpty())) {
                throw new WrongUse("Met --regels wordt niets gecontroleerd: vraag dat apart.");
            }
            for (String name : FILES) {
                if (files.contains(folder.resolve(name).toAbsolutePath().normalize())) {
                    throw new WrongUse(
                            "Geef bij --controlepunt wat u eerder bewaarde, niet wat in dit bewijs staat.");
                }
            }
            return new Options(folder, fingerprint, kept, files, shownLines);
        }

        private static Path folder(String value) {
            try {
                Path folder = Path.of(value);
                if (!value.isEmpty() && Files.isDirectory(folder)) {
                    return folder;
                }
                throw new WrongUse("Deze map is er niet: " + value);
            } catch (InvalidPathException none) {
                throw new WrongUse("Deze map is er niet: " + value);
            }
        }

        /** People copy fingerprints with capitals, spaces and colons. */
        private static String fingerprint(String value) {
            String hex = value.toLowerCase(Locale.ROOT).replaceAll("[ :]", "");
            if (!isHash(hex)) {
                throw new WrongUse("Een vingerafdruk bestaat uit 64 cijfers en letters a-f.");
            }
            return hex;
        }

        private static long number(String value) {
            if (!value.matches("[1-9][0-9]{0,17}")) {
                throw new WrongUse("Geef bij --regels het nummer van een journaalregel.");
            }
            return Long.parseLong(value);
        }

        private static Set<Path> file(String value) {
            if (value.isEmpty()) {
                throw new WrongUse("Geef bij --controlepunt wat u bewaarde.");
            }
            if (value.startsWith("{") || NUMBERED_HASH.matcher(value).matches()) {
                return Set.of();
            }
            try {
                Path path = Path.of(value);
                if (!Files.isRegularFile(path)) {
                    throw new WrongUse("Dit bestand is er niet: " + value);
                }
                return Set.of(path.toAbsolutePath().normalize());
            } catch (InvalidPathException none) {
                throw new WrongUse("Dit bestand is er niet: " + value);
            }
        }
    }

    private static final class WrongUse extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongUse(String message) {
            super(message, null, false, false);
        }
    }

    // ------------------------------------------------------------------ what is found

    /** What does not hold, in the order in which it was found; the first many of it. */
    static final class Findings {
        private static final int MOST = 200;
        private final List<String> first = new ArrayList<>();
        private long count;

        void add(String finding) {
            String shown = printable(finding);
            if (first.contains(shown)) {
                return; // a checkpoint that was kept may be in the proof as well
            }
            if (count++ < MOST) {
                first.add(shown);
            }
        }

        boolean none() {
            return count == 0;
        }

        void print(PrintStream out) {
            if (none()) {
                out.println("IN ORDE");
                return;
            }
            out.println("NIET IN ORDE: " + (count == 1 ? "1 afwijking" : count + " afwijkingen"));
            first.forEach(finding -> out.println("- " + finding));
            if (count > first.size()) {
                out.println("- en nog " + (count - first.size()));
            }
        }
    }

    /** What the proof is about, told at the end. */
    static final class Summary {
        private final List<String> lines = new ArrayList<>();

        List<String> lines() {
            return lines;
        }

        void note(String line) {
            lines.add(printable(line));
        }

        /** Names the erasures and reports that are under no checkpoint. */
        void unsigned(Checkpoints checkpoints, Chain chain, Map<Long, Long> erasers) {
            for (long number : chain.erased()) {
                Long by = erasers.get(number);
                if (by != null && by > checkpoints.last()) {
                    note(
                            "Let op:         de tekst van regel "
                                    + number
                                    + " is weg volgens regel "
                                    + by
                                    + ", die hier onder geen controlepunt valt");
                }
            }
            for (Report report : chain.reports()) {
                if (report.number() > checkpoints.last()) {
                    note(
                            "Let op:         de rapportage over "
                                    + report.date()
                                    + " (regel "
                                    + report.number()
                                    + ") valt onder geen controlepunt");
                }
            }
        }

        void tell(
                Extent extent,
                Chain chain,
                long acts,
                Checkpoints checkpoints,
                int reproduced,
                Kept kept,
                boolean inOrder) {
            List<String> notes = new ArrayList<>(lines);
            lines.clear();
            note("Programma:      " + extent.programme());
            note(
                    (extent.whole() ? "Hoofd:          regel " : "Laatste regel:  ")
                            + chain.last()
                            + ", hash "
                            + chain.lastHash());
            note(
                    "Regels:         "
                            + chain.count()
                            + " (vanaf "
                            + extent.from()
                            + (extent.whole()
                                    ? ""
                                    : "; het journaal loopt tot en met " + extent.head())
                            + "), waarvan "
                            + chain.erased().size()
                            + " met gewiste tekst");
            note(
                    "Handelingen:    "
                            + (extent.tellsActs()
                                    ? acts + " (wat samen is vastgelegd; dat is niet ondertekend)"
                                    : "niet in dit bewijs"));
            note(
                    "Controlepunten: "
                            + checkpoints.told(chain.last()));
            note(
                    "Rapportages:    "
                            + chain.reports().size()
                            + ", waarvan opnieuw berekend "
                            + reproduced);
            checkpoints.ofEachKey().forEach(this::note);
            kept.notes(inOrder).forEach(this::note);
            lines.addAll(notes);
        }
    }

    /** Something that cannot be read as what it should be. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    // ------------------------------------------------------------------ the folder and its
    // manifest

    private static final String MANIFEST = "MANIFEST.sha256";
    private static final String EXTENT = "bewijs.json";
    private static final String EVENTS = "gebeurtenissen.jsonl";
    private static final String ERASURES = "tekstwissingen.jsonl";
    private static final String REPORTS = "rapportages.jsonl";
    private static final String CHECKPOINTS = "controlepunten.jsonl";
    private static final String KEYS = "sleutels.jsonl";
    private static final String ACTS = "handelingen.jsonl";

    /** The files of a proof, in the order of the manifest; there are no others. */
    private static final List<String> FILES =
            List.of(
                    "LEESMIJ.md",
                    "README.md",
                    "Controleer.java",
                    EXTENT,
                    EVENTS,
                    ERASURES,
                    REPORTS,
                    CHECKPOINTS,
                    KEYS,
                    ACTS);

    /** Those of a proof as it was written before acts were told. */
    private static final List<String> FILES_WITHOUT_ACTS = FILES.subList(0, FILES.size() - 1);

    private static final Pattern MANIFEST_LINE = Pattern.compile("([0-9a-f]{64})  (.+)");
    private static final Pattern NUMBERED_HASH =
            Pattern.compile("([1-9][0-9]{0,17}):([0-9a-fA-F]{64})");
    private static final String BEFORE_THE_FIRST = "0".repeat(64);

    /** What a reader does with one line of a file. */
    interface LineReader {
        void read(Fields line);
    }

    /** The unpacked folder. Only the known names are ever opened, whatever the manifest says. */
    record Folder(Path path, Set<Path> keptFiles, Findings findings) {

        /** The manifest must be, to the bit, the one that belongs to the files that are there. */
        void checkManifest(List<String> names) {
            Map<String, String> digests = new LinkedHashMap<>();
            StringBuilder expected = new StringBuilder();
            for (String name : names) {
                String digest = digest(name);
                digests.put(name, digest);
                expected.append(digest).append("  ").append(name).append('\n');
            }
            nothingElse(names);
            String manifest = text(MANIFEST);
            if (!manifest.contentEquals(expected)) {
                explain(manifest, digests);
            }
        }

        private String digest(String name) {
            try (InputStream file = open(name)) {
                MessageDigest digest = sha256();
                byte[] part = new byte[1 << 16];
                for (int length; (length = file.read(part)) > 0; ) {
                    digest.update(part, 0, length);
                }
                return hex(digest.digest());
            } catch (IOException missing) {
                findings.add(name + ": ontbreekt of is niet te lezen");
                return "";
            }
        }

        private void nothingElse(List<String> names) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(path.toAbsolutePath())) {
                for (Path file : all) {
                    String name = String.valueOf(file.getFileName());
                    if (!names.contains(name)
                            && !name.equals(MANIFEST)
                            && !keptFiles.contains(file.normalize())) {
                        findings.add(
                                name
                                        + ": hoort niet bij dit bewijs, haal het weg en controleer opnieuw");
                    }
                }
            } catch (IOException | DirectoryIteratorException unreadable) {
                findings.add("De map is niet te lezen.");
            }
        }

        private void explain(String manifest, Map<String, String> digests) {
            Map<String, String> told = new HashMap<>();
            boolean explained = false;
            for (String line : manifest.split("\n")) {
                Matcher parts = MANIFEST_LINE.matcher(line);
                if (parts.matches() && digests.containsKey(parts.group(2))) {
                    told.put(parts.group(2), parts.group(1));
                } else {
                    findings.add(MANIFEST + ": deze regel hoort er niet: " + line);
                    explained = true;
                }
            }
            for (String name : digests.keySet()) {
                if (!told.containsKey(name)) {
                    findings.add(MANIFEST + ": noemt " + name + " niet");
                    explained = true;
                } else if (!told.get(name).equals(digests.get(name))) {
                    findings.add(name + ": gewijzigd, de SHA-256 is een andere dan in " + MANIFEST);
                    explained = true;
                }
            }
            if (!explained) {
                findings.add(MANIFEST + ": is niet geschreven zoals het hoort");
            }
        }

        private String text(String name) {
            try (InputStream file = open(name)) {
                byte[] start = file.readNBytes(1 << 20);
                if (file.read() >= 0) {
                    throw new Unreadable("te lang");
                }
                return utf8(start);
            } catch (IOException | Unreadable missing) {
                findings.add(name + ": ontbreekt of is niet te lezen");
                return "";
            }
        }

        private InputStream open(String name) throws IOException {
            Path file = path.resolve(name);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(name); // a link or a pipe is no file of a proof
            }
            return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        }

        /** What the proof says it is about, or null when it says nothing readable. */
        Extent extent() {
            try {
                return Extent.of(Fields.of(text(EXTENT).strip()));
            } catch (Unreadable wrong) {
                findings.add(EXTENT + ": " + wrong.getMessage());
                return null;
            }
        }

        /** Gives every line of a file to a reader; one that cannot be read is a finding. */
        void lines(String name, LineReader reader) {
            long place = 0;
            try (Lines lines = new Lines(open(name))) {
                for (String line; (line = lines.next()) != null; ) {
                    place++;
                    try {
                        reader.read(Fields.of(line));
                    } catch (Unreadable wrong) {
                        findings.add(name + ", " + place + "e regel: " + wrong.getMessage());
                    }
                }
            } catch (Unreadable wrong) {
                findings.add(name + ", na de " + place + "e regel: " + wrong.getMessage());
            } catch (IOException missing) {
                findings.add(name + ": ontbreekt of is niet te lezen");
            }
        }
    }

    /** What the proof is about: entries {@code from} up to and including {@code upTo}. */
    record Extent(
            boolean tellsActs,
            String programme,
            long from,
            long upTo,
            long head,
            String previousHash,
            String report) {

        static Extent of(Fields line) {
            boolean withoutActs = "peildatum-bewijs/1".equals(line.optionalText("vorm"));
            line.form(
                    withoutActs ? "peildatum-bewijs/1" : "peildatum-bewijs/2",
                    "programma",
                    "vanaf",
                    "totEnMet",
                    "hoofd",
                    "hashVoor",
                    "rapportage");
            Extent extent =
                    new Extent(
                            !withoutActs,
                            line.line("programma"),
                            line.number("vanaf"),
                            line.number("totEnMet"),
                            line.number("hoofd"),
                            line.hash("hashVoor"),
                            line.optionalText("rapportage"));
            if (extent.from < 1 || extent.upTo < extent.from || extent.head < extent.upTo) {
                throw new Unreadable("de nummers kunnen niet kloppen");
            }
            if (extent.from == 1 && !extent.previousHash.equals(BEFORE_THE_FIRST)) {
                throw new Unreadable("voor de eerste regel hoort een hash van 64 nullen");
            }
            return extent;
        }

        boolean whole() {
            return upTo == head;
        }
    }

    // ------------------------------------------------------------------ the chain of hashes

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");

    /** What stands in the thirteen lines under an entry's hash, and that hash. */
    record Hashed(
            String programme,
            long number,
            String recordedAt,
            String id,
            String subjectKind,
            String subject,
            long sequence,
            String name,
            long revision,
            String factsDigest,
            String commitment,
            String hash) {

        /** The lines as they would be under a number, after a hash. */
        String lines(long asNumber, String previous) {
            return "peildatum-journaal/1\n"
                    + (programme + '\n')
                    + (asNumber + "\n")
                    + (recordedAt + '\n')
                    + (id + '\n')
                    + (subjectKind + '\n')
                    + (subject + '\n')
                    + (sequence + "\n")
                    + (name + '\n')
                    + (revision + "\n")
                    + (factsDigest + '\n')
                    + ((commitment == null ? "-" : commitment) + '\n')
                    + (previous + '\n');
        }

        boolean fits(long asNumber, String previous) {
            return previous != null && hash.equals(sha256Of(bytes(lines(asNumber, previous))));
        }
    }

    /** An entry of the journal, as stored. */
    record Entry(Hashed hashed, byte[] facts, byte[] texts, byte[] salt) {

        private static final String[] NAMES = {
            "programma",
            "journaalnummer",
            "geregistreerdOp",
            "id",
            "onderwerpsoort",
            "onderwerp",
            "volgnummer",
            "gebeurtenis",
            "revisie",
            "feiten",
            "teksten",
            "zout",
            "verbintenis",
            "hash"
        };

        static Entry of(Fields line) {
            line.form("peildatum-journaal/1", NAMES);
            return read(line);
        }

        /** One that stands by itself, with the hash of the entry before it. */
        static Entry ofItself(Fields line) {
            List<String> names = new ArrayList<>(List.of(NAMES));
            names.add("hashVoor");
            line.form("peildatum-journaal/1", names.toArray(String[]::new));
            return read(line);
        }

        private static Entry read(Fields line) {
            byte[] facts = line.base64("feiten");
            Hashed hashed =
                    new Hashed(
                            line.line("programma"),
                            line.number("journaalnummer"),
                            line.line("geregistreerdOp"),
                            line.line("id"),
                            line.line("onderwerpsoort"),
                            line.line("onderwerp"),
                            line.number("volgnummer"),
                            line.line("gebeurtenis"),
                            line.number("revisie"),
                            sha256Of(facts),
                            line.has("verbintenis") ? line.hash("verbintenis") : null,
                            line.hash("hash"));
            return new Entry(
                    hashed,
                    facts,
                    line.has("teksten") ? line.base64("teksten") : null,
                    line.has("zout") ? unhex(line.hash("zout")) : null);
        }

        boolean isErased() {
            return hashed.commitment() != null && texts == null && salt == null;
        }

        boolean keepsItsTexts() {
            if (hashed.commitment() == null || texts == null || salt == null) {
                return texts == null && salt == null;
            }
            return hashed.commitment().equals(sha256Of(salt, texts));
        }

        Fields readFacts() {
            return Fields.of(utf8(facts));
        }
    }

    /** A report that an entry fixed. */
    record Report(long number, LocalDate date, long knownUpTo, String form, String digest) {

        static Report of(long number, Fields facts) {
            return new Report(
                    number,
                    facts.date("reportDate"),
                    facts.number("knownUpTo"),
                    facts.text("form"),
                    facts.text("digest"));
        }

        /** As {@code rapportages.jsonl} shows it. */
        Map<String, Object> shown(Long supersededBy) {
            Map<String, Object> shown = new HashMap<>();
            shown.put("vorm", form);
            shown.put("peildatum", date.toString());
            shown.put("journaalnummer", number);
            shown.put("bekendTot", knownUpTo);
            shown.put("digest", digest);
            shown.put("vervangenDoor", supersededBy);
            return shown;
        }
    }

    /** The journal as it was read: each entry held against the one before it. */
    static final class Chain {
        private final Extent extent;
        private final Findings findings;
        private final Map<Long, String> hashes = new HashMap<>();
        private final List<Hashed> suspects = new ArrayList<>();
        private final List<long[]> gaps = new ArrayList<>();
        private final Set<Long> erased = new TreeSet<>();
        private final Map<Long, Long> erasers = new HashMap<>();
        private final List<Report> reports = new ArrayList<>();
        private long last;
        private String lastHash;
        private String lastMoment = "";

        private Chain(Extent extent, Findings findings) {
            this.extent = extent;
            this.findings = findings;
            last = extent.from() - 1;
            lastHash = extent.previousHash();
        }

        static Chain read(Folder files, Extent extent, Findings findings) {
            Chain chain = new Chain(extent, findings);
            files.lines(EVENTS, line -> chain.add(Entry.of(line)));
            if (chain.last < extent.upTo()) {
                chain.gaps.add(new long[] {chain.last + 1, extent.upTo()});
            } else if (chain.last > extent.upTo()) {
                findings.add(
                        "Regel "
                                + chain.last
                                + ": ingevoegd, dit bewijs loopt tot en met regel "
                                + extent.upTo());
            }
            return chain;
        }

        long last() {
            return last;
        }

        String lastHash() {
            return lastHash;
        }

        int count() {
            return hashes.size();
        }

        Set<Long> erased() {
            return erased;
        }

        /** For each entry whose text was erased, the entry that says so. */
        Map<Long, Long> erasers() {
            return erasers;
        }

        List<Report> reports() {
            return reports;
        }

        /** The hash of an entry as it stands there, or null. */
        String hash(long number) {
            return number == extent.from() - 1 ? extent.previousHash() : hashes.get(number);
        }

        private void add(Entry entry) {
            Hashed hashed = entry.hashed();
            if (hashed.number() > last) {
                follow(hashed);
            } else {
                misplaced(hashed);
            }
            hashes.putIfAbsent(hashed.number(), hashed.hash());
            if (!hashed.programme().equals(extent.programme())) {
                findings.add(
                        "Regel "
                                + hashed.number()
                                + ": is van een ander programma, "
                                + hashed.programme());
            }
            content(entry);
        }

        private void follow(Hashed entry) {
            boolean afterAGap = entry.number() > last + 1;
            if (afterAGap) {
                gaps.add(new long[] {last + 1, entry.number() - 1});
            }
            if (!MOMENT.matcher(entry.recordedAt()).matches()) {
                findings.add("Regel " + entry.number() + ": het moment is geen moment");
            } else if (entry.recordedAt().compareTo(lastMoment) <= 0) {
                findings.add(
                        "Regel "
                                + entry.number()
                                + ": het moment ligt niet na dat van regel "
                                + last);
            }
            lastMoment = entry.recordedAt();
            if (afterAGap || !entry.fits(entry.number(), lastHash)) {
                suspects.add(entry);
            }
            last = entry.number();
            lastHash = entry.hash();
        }

        /** A number that belongs earlier: it was put elsewhere, or it is one too many. */
        private void misplaced(Hashed entry) {
            long number = entry.number();
            if (number < extent.from() || hashes.containsKey(number)) {
                findings.add(
                        "Regel " + number + ": ingevoegd, dit nummer stond er al of hoort er niet");
                return;
            }
            findings.add("Regel " + number + ": verplaatst, staat na regel " + last);
            suspects.add(entry);
            for (long[] gap : List.copyOf(gaps)) {
                if (gap[0] <= number && number <= gap[1]) {
                    gaps.remove(gap);
                    gaps.add(new long[] {gap[0], number - 1});
                    gaps.add(new long[] {number + 1, gap[1]});
                }
            }
        }

        private void content(Entry entry) {
            long number = entry.hashed().number();
            if (entry.isErased()) {
                erased.add(number);
            } else if (!entry.keepsItsTexts()) {
                findings.add(
                        "Regel "
                                + number
                                + ": de tekst is gewijzigd, zij past niet bij de verbintenis");
            }
            String name = entry.hashed().name();
            if (!KINDS.containsKey(name) || entry.hashed().revision() != REVISION) {
                findings.add(
                        "Regel "
                                + number
                                + ": deze Controleer kent geen "
                                + name
                                + " met revisie "
                                + entry.hashed().revision());
                return;
            }
            try {
                Fields facts = entry.readFacts();
                if (name.equals("text-erased")) {
                    erasers.put(facts.number("entry"), number);
                } else if (name.equals("report-fixed")) {
                    reports.add(Report.of(number, facts));
                }
            } catch (Unreadable wrong) {
                findings.add(
                        "Regel "
                                + number
                                + ": de feiten zijn niet te lezen: "
                                + wrong.getMessage());
            }
        }

        // What happened to entries whose hash does not fit: a hash still tells under which number
        // and
        // after which entry it was made, as long as its entry is there unchanged.

        private static final int MOST_PAIRS = 200;

        void diagnose() {
            gaps.stream().filter(gap -> gap[0] <= gap[1]).forEach(this::missing);
            suspects.removeIf(entry -> entry.fits(entry.number(), hash(entry.number() - 1)));
            suspects.removeIf(entry -> hash(entry.number() - 1) == null); // told as missing
            Map<Long, Long> origins = origins();
            Map<Long, Long> places =
                    new HashMap<>(); // where what was made under a number stands now
            origins.forEach((number, origin) -> places.put(origin, number));
            Set<Long> unexplained = new TreeSet<>();
            for (Hashed entry : suspects) {
                if (!origins.containsKey(entry.number()) && !followsAMovedOne(entry, places)) {
                    unexplained.add(entry.number());
                }
            }
            exchanged(origins);
            shifted(origins, unexplained);
            origins.forEach(
                    (number, origin) ->
                            findings.add("Regel " + number + ": verplaatst, stond op " + origin));
            for (long number : unexplained) {
                findings.add("Regel " + number + ": gewijzigd, de inhoud past niet bij de hash");
            }
        }

        private void missing(long[] gap) {
            findings.add(
                    gap[0] == gap[1]
                            ? "Regel " + gap[0] + ": ontbreekt"
                            : "Regels " + gap[0] + " tot en met " + gap[1] + ": ontbreken");
        }

        /** For each entry that was made under another number, that number. */
        private Map<Long, Long> origins() {
            Map<Long, Long> origins = new TreeMap<>();
            for (Hashed entry : suspects) {
                Set<Long> numbers = new TreeSet<>(List.of(entry.number() - 1, entry.number() + 1));
                if (suspects.size() <= MOST_PAIRS) {
                    suspects.forEach(other -> numbers.add(other.number()));
                }
                numbers.remove(entry.number());
                for (long number : numbers) {
                    if (wasMadeAs(entry, number)) {
                        origins.put(entry.number(), number);
                        break;
                    }
                }
            }
            return origins;
        }

        /**
         * The entry before it stands where it stood, or was moved along with it, or changed places
         * with it.
         */
        private boolean wasMadeAs(Hashed entry, long number) {
            return entry.fits(number, hash(number - 1))
                    || entry.fits(number, hash(entry.number() - 1))
                    || entry.fits(number, hash(entry.number() + 1));
        }

        private boolean followsAMovedOne(Hashed entry, Map<Long, Long> places) {
            Long before = places.get(entry.number() - 1);
            return before != null && entry.fits(entry.number(), hash(before));
        }

        private void exchanged(Map<Long, Long> origins) {
            for (long number : List.copyOf(origins.keySet())) {
                Long other = origins.get(number);
                if (other != null
                        && other > number
                        && Long.valueOf(number).equals(origins.get(other))) {
                    findings.add(
                            "Regels "
                                    + number
                                    + " en "
                                    + other
                                    + ": verplaatst, zij zijn verwisseld");
                    origins.remove(number);
                    origins.remove(other);
                }
            }
        }

        /**
         * Entries that all moved up one place have one before them that was put in; all down, one
         * taken out.
         */
        private void shifted(Map<Long, Long> origins, Set<Long> unexplained) {
            List<Long> numbers = List.copyOf(origins.keySet());
            for (int first = 0; first < numbers.size(); ) {
                long from = numbers.get(first);
                long step = origins.get(from) - from;
                int end = first;
                while (end < numbers.size()
                        && numbers.get(end) == from + (end - first)
                        && origins.get(numbers.get(end)) == numbers.get(end) + step) {
                    end++;
                }
                if (step == -1 || step == 1) {
                    findings.add(
                            "Regel "
                                    + (from - 1)
                                    + (step < 0
                                            ? ": ingevoegd"
                                            : ": ontbreekt, er is een regel weggehaald")
                                    + "; wat volgt is opgeschoven");
                    unexplained.remove(from - 1);
                    numbers.subList(first, end).forEach(origins::remove);
                }
                first = end;
            }
        }
    }

    // ------------------------------------------------------------------ erased texts

    /** That a text may be gone only where a later entry says that it was erased. */
    static final class Erasures {
        private Erasures() {}

        /** For each entry whose text was erased, the entry that says so. */
        static Map<Long, Long> check(Folder files, Extent extent, Chain chain, Findings findings) {
            Map<Long, Long> erasers = new HashMap<>(chain.erasers());
            Later later = new Later(extent, chain.lastHash(), erasers, findings);
            files.lines(ERASURES, later::add);
            for (long number : chain.erased()) {
                Long by = erasers.get(number);
                if (by == null || by <= number) {
                    findings.add(
                            "Regel "
                                    + number
                                    + ": de tekst ontbreekt, en geen latere regel zegt dat zij gewist is");
                }
            }
            erasers.forEach(
                    (number, by) -> {
                        if (number >= extent.from()
                                && chain.hash(number) != null
                                && !chain.erased().contains(number)) {
                            findings.add(
                                    "Regel "
                                            + number
                                            + ": de tekst is volgens regel "
                                            + by
                                            + " gewist, maar dat is niet zo");
                        }
                    });
            return erasers;
        }

        /** Entries after the part that is proved: each is held against what it says itself. */
        private static final class Later {
            private final Extent extent;
            private final Map<Long, Long> erasers;
            private final Findings findings;
            private long number;
            private String hash;

            Later(Extent extent, String lastHash, Map<Long, Long> erasers, Findings findings) {
                this.extent = extent;
                this.erasers = erasers;
                this.findings = findings;
                number = extent.upTo();
                hash = lastHash;
            }

            void add(Fields line) {
                Entry entry = Entry.ofItself(line);
                Hashed hashed = entry.hashed();
                String before = line.hash("hashVoor");
                long erased = entry.readFacts().number("entry");
                if (!hashed.fits(hashed.number(), before)
                        || !entry.keepsItsTexts() && !entry.isErased()
                        || !hashed.name().equals("text-erased")
                        || hashed.revision() != REVISION
                        || !hashed.programme().equals(extent.programme())
                        || !MOMENT.matcher(hashed.recordedAt()).matches()
                        || hashed.number() <= number
                        || hashed.number() == number + 1 && !before.equals(hash)
                        || hashed.number() > extent.head()) {
                    findings.add("Regel " + hashed.number() + ": deze tekstwissing klopt niet");
                    return;
                }
                number = hashed.number();
                hash = hashed.hash();
                erasers.putIfAbsent(erased, number);
            }
        }
    }

    // ------------------------------------------------------------------ acts

    /**
     * What was recorded together. Nothing covers it: it is only held against the numbers, and only
     * where these are in order.
     */
    static final class Acts {
        private final Extent extent;
        private final Findings findings;
        private long count;
        private long covered;

        private Acts(Extent extent, Findings findings) {
            this.extent = extent;
            this.findings = findings;
            covered = extent.from() - 1;
        }

        /** How many acts the part that is proved has. */
        static long check(Folder files, Extent extent, Findings findings) {
            Acts acts = new Acts(extent, findings);
            if (extent.tellsActs()) {
                files.lines(ACTS, acts::add);
                acts.end();
            }
            return acts.count;
        }

        private void add(Fields line) {
            line.form("peildatum-handeling/1", "van", "totEnMet");
            long first = line.number("van");
            long last = line.number("totEnMet");
            if (first < 1 || last < first || last < extent.from() || first > extent.upTo()) {
                throw new Unreadable("de nummers kunnen niet kloppen");
            }
            if (first > covered + 1) {
                belong(covered + 1, first - 1, "geen handeling");
            } else if (first <= covered && count > 0) {
                belong(first, Math.min(last, covered), "meer dan een handeling");
            }
            covered = Math.max(covered, last);
            count++;
        }

        private void end() {
            if (covered < extent.upTo()) {
                belong(covered + 1, extent.upTo(), "geen handeling");
            } else if (covered > extent.head()) {
                findings.add("Een handeling loopt door na regel " + extent.head() + ", de laatste");
            }
        }

        private void belong(long first, long last, String what) {
            findings.add(
                    (first == last
                                    ? "Regel " + first + " hoort"
                                    : "Regels " + first + " tot en met " + last + " horen")
                            + " bij "
                            + what);
        }
    }

    // ------------------------------------------------------------------ keys

    /** A public key with its introduction. */
    record Key(
            String fingerprint,
            String publicKey,
            String since,
            String signature,
            String previous,
            String previousSignature) {

        static Key of(Fields line) {
            line.form(
                    "peildatum-sleutel/1",
                    "vingerafdruk",
                    "publiekeSleutel",
                    "sinds",
                    "handtekening",
                    "vorige",
                    "handtekeningVorige");
            return new Key(
                    line.hash("vingerafdruk"),
                    line.line("publiekeSleutel"),
                    line.line("sinds"),
                    line.text("handtekening"),
                    line.has("vorige") ? line.hash("vorige") : null,
                    line.optionalText("handtekeningVorige"));
        }

        /** The five lines that it signs itself, and that the key before it signs. */
        String introduction() {
            return "peildatum-sleutel/1\n"
                    + (fingerprint + '\n')
                    + (publicKey + '\n')
                    + (since + '\n')
                    + ((previous == null ? "-" : previous) + '\n');
        }

        /** Whether it signed a text, Ed25519. */
        boolean signed(String text, String signatureBase64) {
            try {
                PublicKey key =
                        KeyFactory.getInstance("Ed25519")
                                .generatePublic(new X509EncodedKeySpec(unbase64(publicKey)));
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(key);
                check.update(bytes(text));
                return check.verify(unbase64(signatureBase64));
            } catch (GeneralSecurityException | RuntimeException wrong) {
                return false;
            }
        }
    }

    /** The keys, each introduced by the one before it. */
    static final class Keys {
        private final Map<String, Key> byFingerprint = new LinkedHashMap<>();

        static Keys read(Folder files, Findings findings) {
            Keys keys = new Keys();
            files.lines(KEYS, line -> keys.add(Key.of(line), findings));
            return keys;
        }

        List<Key> all() {
            return List.copyOf(byFingerprint.values());
        }

        Key named(String fingerprint) {
            return byFingerprint.get(fingerprint);
        }

        /** How many keys came before it; -1 for one that is not there. */
        int place(String fingerprint) {
            return List.copyOf(byFingerprint.keySet()).indexOf(fingerprint);
        }

        private void add(Key key, Findings findings) {
            String name = "Sleutel " + key.fingerprint() + ": ";
            List<Key> before = all();
            Key previous = before.isEmpty() ? null : before.get(before.size() - 1);
            if (!key.fingerprint().equals(sha256Of(unbase64(key.publicKey())))) {
                findings.add(name + "de vingerafdruk is niet die van de sleutel");
            } else if (!key.signed(key.introduction(), key.signature())) {
                findings.add(name + "de eigen handtekening klopt niet");
            } else if (previous == null
                    && (key.previous() != null || key.previousSignature() != null)) {
                findings.add(name + "de sleutel ervoor ontbreekt");
            } else if (previous != null && !previous.fingerprint().equals(key.previous())) {
                findings.add(name + "volgt niet op de sleutel die ervoor staat");
            } else if (previous != null
                    && (key.previousSignature() == null
                            || !previous.signed(key.introduction(), key.previousSignature()))) {
                findings.add(name + "de handtekening van de vorige sleutel klopt niet");
            } else if (byFingerprint.putIfAbsent(key.fingerprint(), key) != null) {
                findings.add(name + "staat er twee keer");
            }
        }
    }

    // ------------------------------------------------------------------ checkpoints

    /** A signed head of the journal; without signature where somebody kept only number and hash. */
    record Checkpoint(
            String programme,
            long number,
            String hash,
            String signedAt,
            String key,
            String signature) {

        static Checkpoint of(Fields line) {
            line.form(
                    "peildatum-controlepunt/1",
                    "programma",
                    "journaalnummer",
                    "hash",
                    "ondertekendOp",
                    "sleutel",
                    "handtekening");
            return new Checkpoint(
                    line.line("programma"),
                    line.number("journaalnummer"),
                    line.hash("hash"),
                    line.line("ondertekendOp"),
                    line.hash("sleutel"),
                    line.text("handtekening"));
        }

        /** The six lines that are signed. */
        String signedText() {
            return "peildatum-controlepunt/1\n"
                    + (programme + '\n')
                    + (number + "\n")
                    + (hash + '\n')
                    + (signedAt + '\n')
                    + (key + '\n');
        }

        /** What is wrong with its signature, or null. */
        String fault(Keys keys) {
            if (signature == null) {
                return null;
            }
            Key signer = keys.named(key);
            if (signer == null) {
                return "is ondertekend met een sleutel die niet in dit bewijs staat, " + key;
            }
            return signer.signed(signedText(), signature) ? null : "de handtekening klopt niet";
        }

        /** What the journal is since, or null where it is as it was signed. */
        String deviation(Extent extent, Chain chain) {
            if (number > extent.head()) {
                return "ingekort sinds controlepunt " + number;
            }
            String now = chain.hash(number);
            return now == null || now.equals(hash)
                    ? null
                    : "herschreven sinds controlepunt "
                            + number
                            + ": regel "
                            + number
                            + " heeft een andere hash";
        }
    }

    /** The checkpoints in the proof: what is signed of it, and by which key. */
    static final class Checkpoints {
        private final Extent extent;
        private final Keys keys;
        private final Chain chain;
        private final Findings findings;
        private final Map<String, Long> upTo = new HashMap<>();
        private int count;
        private long last;

        // of the one before, whether or not the journal is still as it says
        private long number;
        private int signer = -1;

        private Checkpoints(Extent extent, Keys keys, Chain chain, Findings findings) {
            this.extent = extent;
            this.keys = keys;
            this.chain = chain;
            this.findings = findings;
        }

        static Checkpoints read(
                Folder files, Extent extent, Keys keys, Chain chain, Findings findings) {
            Checkpoints checkpoints = new Checkpoints(extent, keys, chain, findings);
            files.lines(CHECKPOINTS, line -> checkpoints.add(Checkpoint.of(line)));
            return checkpoints;
        }

        private void add(Checkpoint point) {
            String fault = fault(point);
            String deviation = point.deviation(extent, chain);
            if (fault != null) {
                findings.add("Controlepunt " + point.number() + ": " + fault);
            } else {
                number = point.number();
                signer = keys.place(point.key());
            }
            if (deviation != null && point.programme().equals(extent.programme())) {
                findings.add("Het journaal is " + deviation);
            } else if (fault == null) {
                count++;
                last = number;
                upTo.put(point.key(), last);
            }
        }

        /** A head is signed once by each key that signs, and by none that was replaced before. */
        private String fault(Checkpoint point) {
            String fault = point.fault(keys);
            if (fault != null) {
                return fault;
            }
            if (!point.programme().equals(extent.programme())) {
                return "is van een ander programma";
            }
            int place = keys.place(point.key());
            if (point.number() < number
                    || point.number() == number && place == signer
                    || point.number() < extent.from()
                    || point.number() > extent.upTo() && point.number() <= extent.head()) {
                return "staat niet op zijn plaats";
            }
            return place < signer ? "is ondertekend met een sleutel die toen al vervangen was" : null;
        }

        /** The last entry that is as it was signed, 0 where none is. */
        long last() {
            return last;
        }

        /** What a key known from elsewhere has not signed, nor one after it, it does not vouch for. */
        void expect(String fingerprint, Findings findings) {
            if (fingerprint == null) {
                return;
            }
            int place = keys.place(fingerprint);
            if (place < 0) {
                findings.add("De verwachte sleutel " + fingerprint + " staat niet in dit bewijs");
            } else if (signer < place) {
                findings.add(
                        "De verwachte sleutel is er, maar heeft in dit bewijs niets ondertekend;"
                                + " vraag een bewijs tot en met een controlepunt van die sleutel");
            }
        }

        String told(long head) {
            return count == 0
                    ? "0 (niets is ondertekend)"
                    : count
                            + (last >= head
                                    ? ""
                                    : " (het laatste bij regel "
                                            + last
                                            + "; wat volgt is nog niet ondertekend)");
        }

        List<String> ofEachKey() {
            List<String> told = new ArrayList<>();
            for (Key key : keys.all()) {
                Long signedUpTo = upTo.get(key.fingerprint());
                told.add(
                        "Sleutel:        "
                                + key.fingerprint()
                                + " (sinds "
                                + key.since()
                                + (signedUpTo == null
                                        ? ", ondertekende hier niets)"
                                        : ", ondertekende tot en met regel " + signedUpTo + ")"));
            }
            return told;
        }
    }

    /** What an auditor kept from before, held against this proof. */
    record Kept(int compared, long newest, long foreign) {

        static Kept compare(
                List<String> given, Extent extent, Keys keys, Chain chain, Findings findings) {
            List<Checkpoint> points = new ArrayList<>();
            long foreign = 0;
            for (String one : given) {
                KeptReader reader = new KeptReader(extent.programme(), findings);
                reader.read(one);
                points.addAll(reader.points);
                foreign += reader.foreign;
                reader.keys.forEach(key -> known(key, keys, findings));
                if (reader.points.isEmpty()) {
                    findings.add(
                            "Hierin staat geen controlepunt van "
                                    + extent.programme()
                                    + ": "
                                    + one);
                }
            }
            return compare(points, foreign, extent, keys, chain, findings);
        }

        private static void known(Key key, Keys keys, Findings findings) {
            if (!key.equals(keys.named(key.fingerprint()))) {
                findings.add(
                        "Bewaarde sleutel " + key.fingerprint() + ": staat niet zo in dit bewijs");
            }
        }

        private static Kept compare(
                List<Checkpoint> points,
                long foreign,
                Extent extent,
                Keys keys,
                Chain chain,
                Findings findings) {
            int compared = 0;
            long newest = 0;
            List<Checkpoint> earlier = new ArrayList<>();
            for (Checkpoint point : points) {
                String name = "Bewaard controlepunt " + point.number() + ": ";
                String fault = point.fault(keys);
                if (fault != null) {
                    findings.add(name + fault);
                }
                String deviation = point.deviation(extent, chain);
                if (deviation != null) {
                    findings.add("Het journaal is " + deviation);
                } else if (point.number() < extent.from() - 1) {
                    earlier.add(point);
                } else if (chain.hash(point.number()) == null) {
                    findings.add(
                            name
                                    + "niet te vergelijken, regel "
                                    + point.number()
                                    + " staat niet in dit bewijs");
                } else {
                    compared++;
                    newest = Math.max(newest, point.number());
                }
            }
            if (compared == 0) { // a later one that fits covers the earlier ones, by the chain
                earlier.forEach(
                        point ->
                                findings.add(
                                        "Bewaard controlepunt "
                                                + point.number()
                                                + ": niet te vergelijken, dit bewijs begint bij regel "
                                                + extent.from()));
            }
            return new Kept(compared, newest, foreign);
        }

        List<String> notes(boolean inOrder) {
            List<String> notes = new ArrayList<>();
            if (compared > 0 && inOrder) {
                notes.add(
                        "Bewaard:        sinds controlepunt "
                                + newest
                                + " is het journaal alleen gegroeid");
            }
            if (foreign > 0) {
                notes.add(
                        "Bewaard:        "
                                + foreign
                                + " regels van andere programma's overgeslagen");
            }
            return notes;
        }
    }

    /** Reads what was kept: a number with a hash, JSON, a file of lines, or a whole answer. */
    private static final class KeptReader {
        private final String programme;
        private final Findings findings;
        private final List<Checkpoint> points = new ArrayList<>();
        private final List<Key> keys = new ArrayList<>();
        private long foreign;

        KeptReader(String programme, Findings findings) {
            this.programme = programme;
            this.findings = findings;
        }

        void read(String given) {
            Matcher numbered = NUMBERED_HASH.matcher(given);
            try {
                if (numbered.matches()) {
                    String hash = numbered.group(2).toLowerCase(Locale.ROOT);
                    long number = Long.parseLong(numbered.group(1));
                    points.add(new Checkpoint(programme, number, hash, null, null, null));
                } else if (given.startsWith("{")) {
                    add(Fields.of(given));
                } else {
                    file(Path.of(given));
                }
            } catch (Unreadable | IOException wrong) {
                findings.add(
                        "Wat bewaard is, is niet te lezen (" + wrong.getMessage() + "): " + given);
            }
        }

        private void file(Path path) throws IOException {
            try {
                add(Fields.of(utf8(Files.readAllBytes(path)).strip()));
                return;
            } catch (Unreadable notOne) {
                points.clear(); // lines then, each by itself
                keys.clear();
            }
            try (Lines lines = new Lines(new BufferedInputStream(Files.newInputStream(path)))) {
                for (String line; (line = lines.next()) != null; ) {
                    if (!line.isBlank()) {
                        add(Fields.of(line.strip()));
                    }
                }
            }
        }

        private void add(Fields line) {
            if (line.has("controlepunten")) {
                line.list("sleutels").forEach(this::addOne);
                line.list("controlepunten").forEach(this::addOne);
            } else {
                addOne(line.values());
            }
        }

        private void addOne(Object value) {
            Fields line = Fields.of(value);
            if ("peildatum-sleutel/1".equals(line.optionalText("vorm"))) {
                keys.add(Key.of(line));
                return;
            }
            Checkpoint point = Checkpoint.of(line);
            if (point.programme().equals(programme)) {
                points.add(point);
            } else {
                foreign++;
            }
        }
    }

    // ------------------------------------------------------------------ reports

    private static final String OVERVIEW = "overzicht/1";

    /** The fixed reports, each computed again from the entries. */
    static final class Reports {
        private Reports() {}

        /** How many could be computed again. */
        static int check(
                Folder files, Extent extent, Chain chain, Findings findings, Summary summary) {
            listed(files, chain, findings);
            if (extent.report() != null
                    && chain.reports().stream()
                            .noneMatch(
                                    report ->
                                            report.number() == extent.upTo()
                                                    && report.date()
                                                            .toString()
                                                            .equals(extent.report()))) {
                findings.add(
                        "Regel "
                                + extent.upTo()
                                + " stelt geen rapportage over "
                                + extent.report()
                                + " vast");
            }
            if (chain.reports().isEmpty()) {
                return 0;
            }
            if (extent.from() > 1) {
                summary.note(
                        "Let op:         rapportages zijn alleen na te rekenen in een bewijs vanaf regel 1");
                return 0;
            }
            return recomputed(files, extent, chain, findings);
        }

        /** The list in the proof must be the one that the entries give. */
        private static void listed(Folder files, Chain chain, Findings findings) {
            Map<LocalDate, Long> later = new HashMap<>();
            List<String> expected = new ArrayList<>();
            for (int i = chain.reports().size() - 1; i >= 0; i--) {
                Report report = chain.reports().get(i);
                expected.add(
                        0, Json.canonical(report.shown(later.put(report.date(), report.number()))));
            }
            List<String> told = new ArrayList<>();
            files.lines(REPORTS, line -> told.add(Json.canonical(line.values())));
            if (!told.equals(expected)) {
                findings.add(REPORTS + ": wijkt af van wat het journaal vaststelt");
            }
        }

        private static int recomputed(Folder files, Extent extent, Chain chain, Findings findings) {
            TreeMap<Long, List<Report>> byCut = new TreeMap<>();
            for (Report report : chain.reports()) {
                if (!report.form().equals(OVERVIEW)) {
                    findings.add(
                            name(report)
                                    + "deze Controleer kent de vorm "
                                    + report.form()
                                    + " niet");
                } else if (report.knownUpTo() >= report.number() || report.knownUpTo() < 0) {
                    findings.add(name(report) + "rust op regels die er toen nog niet waren");
                } else {
                    byCut.computeIfAbsent(report.knownUpTo(), cut -> new ArrayList<>()).add(report);
                }
            }
            int[] reproduced = {0};
            Fold fold = new Fold(extent.programme(), findings);
            files.lines(
                    EVENTS,
                    line -> {
                        reproduced[0] += due(byCut, line.number("journaalnummer"), fold, findings);
                        if (!byCut.isEmpty()) {
                            fold.add(line);
                        }
                    });
            reproduced[0] += due(byCut, Long.MAX_VALUE, fold, findings);
            return reproduced[0];
        }

        /** Computes the reports on cuts before a number; how many came out as they were fixed. */
        private static int due(
                TreeMap<Long, List<Report>> byCut, long number, Fold fold, Findings findings) {
            int reproduced = 0;
            while (!byCut.isEmpty() && byCut.firstKey() < number) {
                for (Report report : byCut.pollFirstEntry().getValue()) {
                    try {
                        Object overview = fold.overview(report.date(), report.knownUpTo());
                        if (sha256Of(bytes(Json.canonical(overview))).equals(report.digest())) {
                            reproduced++;
                        } else {
                            findings.add(name(report) + "de regels geven een andere digest");
                        }
                    } catch (Unreadable wrong) {
                        findings.add(name(report) + "niet na te rekenen: " + wrong.getMessage());
                    }
                }
            }
            return reproduced;
        }

        private static String name(Report report) {
            return "Rapportage over " + report.date() + " (regel " + report.number() + "): ";
        }
    }

    // ------------------------------------------------------------------ the fold

    /** The revision of every kind's stored form that is known here. */
    static final long REVISION = 1;

    /**
     * What an entry of a kind can say, aside from when it holds and of what; free texts included.
     */
    static final Map<String, Set<String>> KINDS = kinds();

    private static Map<String, Set<String>> kinds() {
        Map<String, Set<String>> kinds = new HashMap<>();
        String known =
                """
                programme-adopted: name firstYear lastYear publishers reason
                programme-revised: name lastYear publishers reason
                action-line-defined: number content reason
                action-line-revised: number content reason
                programme-entry-corrected: entry as reason entryReason
                programme-entry-retracted: entry reason
                signal-accepted: signal reason
                signal-dismissed: signal reason
                report-proposed: reportDate knownUpTo form digest title reason
                report-fixed: reportDate knownUpTo form digest title proposal reason
                text-erased: entry reason
                action-planned: reportLabel title line executionYears included exclusionReason position reason explanation
                action-baselined: status reason explanation
                action-started: reason explanation
                action-delayed: expectedCompletion reason explanation
                action-resumed: reason explanation
                action-made-ongoing: reason explanation
                action-made-finite: reason explanation
                action-completed: reason explanation
                action-reopened: reason explanation
                action-withdrawn: reason explanation
                action-explained: reason explanation
                action-retitled: title reason
                action-relabelled: reportLabel reason
                action-rescheduled: executionYears reason
                delay-rescheduled: expectedCompletion reason
                action-moved: line reason
                action-included: reason
                action-excluded: reason
                action-linked: links reason
                action-reordered: position reason
                action-entry-corrected: entry as reason entryReason entryExplanation entryExclusionReason
                action-entry-retracted: entry reason
                """;
        for (String line : known.split("\n")) {
            int colon = line.indexOf(':');
            kinds.put(
                    line.substring(0, colon), Set.of(line.substring(colon + 1).strip().split(" ")));
        }
        return Map.copyOf(kinds);
    }

    private static boolean isAboutAnAction(String kind) {
        return kind.startsWith("action-") && !kind.startsWith("action-line-")
                || kind.equals("delay-rescheduled");
    }

    private static boolean isAboutALine(String kind) {
        return kind.startsWith("action-line-");
    }

    /**
     * An entry as it reads with the corrections known so far.
     *
     * @param fields what it says; a free text only as something that is there
     * @param texts for each free text that a correction gave, the number of that correction
     */
    record Reading(
            long number,
            String kind,
            LocalDate on,
            String action,
            Map<String, Object> fields,
            Map<String, Long> texts) {

        boolean says(String field) {
            return fields.containsKey(field);
        }

        /** The entry that holds one of its free texts, or null where it has none. */
        Long holding(String text) {
            return says(text) ? texts.getOrDefault(text, number) : null;
        }
    }

    /**
     * What is known of a programme, entry by entry. The state on a date is the fold, in the order
     * of effective date and original number, of every entry that holds by then, as corrected,
     * without what was retracted.
     */
    static final class Fold {
        /** What of a correction is no field of the entry itself. */
        private static final Set<String> AROUND =
                Set.of("kind", "removed", "effectiveOn", "source");

        private static final Map<String, String> PARTS =
                Map.of(
                        "REASON", "reason",
                        "EXPLANATION", "explanation",
                        "EXCLUSION_REASON", "exclusionReason",
                        "EXPECTED_COMPLETION", "expectedCompletion",
                        "LINE", "line",
                        "POSITION", "position");

        private final String programme;
        private final Findings findings;
        private final Map<Long, Reading> readings = new HashMap<>();
        private final Map<Long, Long> originals = new HashMap<>();
        private final Map<Long, String> commitments = new HashMap<>();
        private final Map<String, String> codes = new TreeMap<>();

        Fold(String programme, Findings findings) {
            this.programme = programme;
            this.findings = findings;
        }

        /** Adds a line of the events' file; its hash was held against it before. */
        void add(Fields entry) {
            long number = entry.number("journaalnummer");
            if (entry.has("verbintenis")) {
                commitments.put(number, entry.text("verbintenis"));
            }
            try {
                Fields facts = Fields.of(utf8(entry.base64("feiten")));
                add(number, entry.text("gebeurtenis"), facts);
            } catch (Unreadable wrong) {
                findings.add("Regel " + number + ": niet na te rekenen: " + wrong.getMessage());
            }
        }

        private void add(long number, String kind, Fields facts) {
            String action = isAboutAnAction(kind) ? code(facts.text("action")) : null;
            switch (kind) {
                case "action-entry-corrected", "programme-entry-corrected" ->
                        correct(number, facts);
                case "action-entry-retracted", "programme-entry-retracted" ->
                        readings.remove(original(facts.number("entry")));
                default -> readings.put(number, reading(number, kind, action, facts));
            }
        }

        private String code(String action) {
            if (!action.startsWith(programme + "/")) {
                throw new Unreadable(action + " is geen actie van " + programme);
            }
            return codes.computeIfAbsent(action.substring(programme.length() + 1), code -> code);
        }

        private long original(long number) {
            return originals.getOrDefault(number, number);
        }

        private static Reading reading(long number, String kind, String action, Fields facts) {
            Set<String> known = known(kind);
            Map<String, Object> fields = new HashMap<>();
            facts.values()
                    .forEach(
                            (name, value) -> {
                                if (known.contains(name) && value != null) {
                                    fields.put(name, value);
                                }
                            });
            facts.texts().stream()
                    .filter(known::contains)
                    .forEach(name -> fields.put(name, true));
            LocalDate on = facts.object("basis").date("effectiveOn");
            return new Reading(number, kind, on, action, Map.copyOf(fields), Map.of());
        }

        private static Set<String> known(String kind) {
            Set<String> known = KINDS.get(kind);
            if (known == null) {
                throw new Unreadable("onbekende soort " + kind);
            }
            return known;
        }

        private void correct(long number, Fields facts) {
            long original = original(facts.number("entry"));
            originals.put(number, original);
            Reading before = readings.get(original);
            if (before != null) {
                readings.put(
                        original, corrected(before, number, facts.object("as"), facts.texts()));
            }
        }

        private static Reading corrected(
                Reading before, long number, Fields as, List<String> texts) {
            String kind = as.has("kind") ? as.text("kind") : before.kind();
            Set<String> known = known(kind);
            Map<String, Object> named = new HashMap<>(as.values());
            named.keySet().removeAll(AROUND);
            named.values().removeIf(value -> value == null);
            Map<String, Long> holders = new HashMap<>(before.texts());
            for (String text : List.of("reason", "explanation", "exclusionReason")) {
                if (texts.contains(
                        "entry"
                                + text.substring(0, 1).toUpperCase(Locale.ROOT)
                                + text.substring(1))) {
                    named.put(text, true);
                    holders.put(text, number);
                }
            }
            for (Object part : as.list("removed")) {
                if (!"SOURCE".equals(part)) {
                    named.put(PARTS.getOrDefault(String.valueOf(part), String.valueOf(part)), null);
                }
            }
            if (!known.containsAll(named.keySet())) {
                throw new Unreadable(
                        "een correctie noemt wat regel " + before.number() + " niet heeft");
            }
            Map<String, Object> fields = new HashMap<>(before.fields());
            fields.keySet().retainAll(known);
            fields.putAll(named);
            fields.values().removeIf(value -> value == null);
            return new Reading(
                    before.number(),
                    kind,
                    as.has("effectiveOn") ? as.date("effectiveOn") : before.on(),
                    before.action(),
                    Map.copyOf(fields),
                    Map.copyOf(holders));
        }

        /** The form overzicht/1 on a date, of everything added so far. */
        Map<String, Object> overview(LocalDate date, long knownUpTo) {
            List<Reading> ordered = new ArrayList<>(readings.values());
            ordered.sort(Comparator.comparing(Reading::on).thenComparing(Reading::number));
            Fields adopted = Fields.of(Map.of()); // on every day, whenever that was
            Map<Long, Fields> lines = new TreeMap<>();
            Map<String, ActionState> states = new TreeMap<>();
            for (int i = ordered.size() - 1; i >= 0; i--) {
                if (ordered.get(i).kind().equals("programme-adopted")) {
                    adopted = Fields.of(ordered.get(i).fields());
                }
            }
            Fields itself = adopted;
            for (Reading reading : ordered) {
                if (reading.on().isAfter(date)) {
                    break;
                } else if (reading.kind().equals("programme-revised")) {
                    itself = Fields.of(reading.fields());
                } else if (isAboutALine(reading.kind())) {
                    Fields line = Fields.of(reading.fields());
                    lines.put(line.number("number"), line.object("content"));
                } else if (reading.action() != null) {
                    states.computeIfAbsent(reading.action(), code -> new ActionState())
                            .apply(reading);
                }
            }
            return shown(date, knownUpTo, adopted, itself, lines, states);
        }

        private Map<String, Object> shown(
                LocalDate date,
                long knownUpTo,
                Fields adopted,
                Fields itself,
                Map<Long, Fields> lines,
                Map<String, ActionState> states) {
            List<Object> actions = new ArrayList<>();
            states.forEach((code, state) -> actions.add(state.shown(code, commitments)));
            List<Object> shownLines = new ArrayList<>();
            lines.forEach((number, content) -> shownLines.add(line(number, content)));
            List<String> unrecorded = new ArrayList<>(codes.keySet());
            unrecorded.removeAll(states.keySet());
            Map<String, Object> shown = new HashMap<>();
            shown.put("vorm", OVERVIEW);
            shown.put("programma", programme);
            shown.put("naam", itself.optionalText("name"));
            shown.put("startjaar", adopted.optionalNumber("firstYear"));
            shown.put("eindjaar", itself.optionalNumber("lastYear"));
            shown.put("uitgevers", itself.list("publishers"));
            shown.put("peildatum", date.toString());
            shown.put("bekendTot", knownUpTo);
            shown.put("totaal", counts(states.values()));
            shown.put("aantallenPerActielijn", perLine(lines.keySet(), states));
            shown.put("actielijnen", shownLines);
            shown.put("acties", actions);
            shown.put("nietVastgelegd", unrecorded);
            return shown;
        }

        private static Map<String, Object> line(long number, Fields content) {
            Map<String, Object> line = new HashMap<>();
            line.put("nummer", number);
            line.put("titel", content.text("title"));
            line.put("langeTitel", content.text("longTitle"));
            line.put("inleiding", content.optionalText("introduction"));
            line.put("doelenInleiding", content.optionalText("goalsIntroduction"));
            line.put("doelen", content.list("goals"));
            line.put("effectenInleiding", content.optionalText("effectsIntroduction"));
            line.put("effecten", content.list("effects"));
            line.put("volgorde", content.number("position"));
            return line;
        }

        private static Map<String, Object> perLine(
                Set<Long> lines, Map<String, ActionState> states) {
            Map<String, Object> counts = new HashMap<>();
            List<ActionState> elsewhere = new ArrayList<>(states.values());
            for (long line : lines) {
                List<ActionState> inLine =
                        elsewhere.stream().filter(state -> state.isIn(line)).toList();
                counts.put(String.valueOf(line), counts(inLine));
                elsewhere.removeAll(inLine);
            }
            if (elsewhere.stream().anyMatch(ActionState::counts)) {
                counts.put("", counts(elsewhere));
            }
            return counts;
        }

        private static Map<String, Object> counts(Iterable<ActionState> states) {
            Map<String, Long> byStatus = new HashMap<>();
            for (ActionState state : states) {
                if (state.counts()) {
                    byStatus.merge(state.status(), 1L, Long::sum);
                    byStatus.merge("", 1L, Long::sum);
                }
            }
            Map<String, Object> counts = new HashMap<>();
            counts.put("acties", byStatus.getOrDefault("", 0L));
            counts.put("afgerond", byStatus.getOrDefault("AFGEROND", 0L));
            counts.put("inUitvoering", byStatus.getOrDefault("IN_UITVOERING", 0L));
            counts.put("inUitvoeringVertraging", byStatus.getOrDefault(DELAYED, 0L));
            counts.put("doorlopend", byStatus.getOrDefault("DOORLOPEND", 0L));
            counts.put("nogNietGestart", byStatus.getOrDefault("NOG_NIET_GESTART", 0L));
            return counts;
        }
    }

    private static final String DELAYED = "IN_UITVOERING_VERTRAGING";

    /** An action while its entries are applied one by one. */
    private static final class ActionState {
        private String status = "";
        private LocalDate since = LocalDate.MIN;
        private String statusBefore = "";
        private LocalDate sinceBefore = LocalDate.MIN;
        private LocalDate lastDay = LocalDate.MIN;
        private boolean baseline;
        private Long reason;
        private String reportLabel = "";
        private String title;
        private Long line;
        private Long position;
        private boolean included;
        private Long exclusionReason;
        private List<Object> years = List.of();
        private Long explanation;
        private String expectedCompletion;
        private List<Object> links = List.of();

        String status() {
            return status;
        }

        boolean counts() {
            return included && !status.equals("VERVALLEN");
        }

        boolean isIn(long number) {
            return line != null && line == number;
        }

        void apply(Reading reading) {
            if (reading.on().isAfter(lastDay)) {
                lastDay = reading.on();
                statusBefore = status;
                sinceBefore = since;
            }
            Fields says = Fields.of(reading.fields());
            switch (reading.kind()) {
                case "action-planned" -> plan(reading, says);
                case "action-baselined" -> {
                    become(status(says.text("status")), reading);
                    baseline = true;
                }
                case "action-started", "action-resumed", "action-made-finite", "action-reopened" ->
                        become("IN_UITVOERING", reading);
                case "action-delayed" -> {
                    become(DELAYED, reading);
                    expectedCompletion = says.optionalText("expectedCompletion");
                }
                case "action-made-ongoing" -> become("DOORLOPEND", reading);
                case "action-completed" -> become("AFGEROND", reading);
                case "action-withdrawn" -> become("VERVALLEN", reading);
                case "action-explained" -> explanation = reading.holding("explanation");
                case "action-retitled" -> title = says.text("title");
                case "action-relabelled" -> reportLabel = says.text("reportLabel");
                case "action-rescheduled" -> years = years(says);
                case "delay-rescheduled" -> {
                    if (status.equals(DELAYED)) {
                        expectedCompletion = says.optionalText("expectedCompletion");
                    }
                }
                case "action-moved" -> line = says.optionalNumber("line");
                case "action-included" -> {
                    included = true;
                    exclusionReason = null;
                }
                case "action-excluded" -> {
                    included = false;
                    exclusionReason = reading.holding("reason");
                }
                case "action-linked" ->
                        links = says.list("links").stream().map(ActionState::link).toList();
                case "action-reordered" -> position = says.optionalNumber("position");
                default -> throw new Unreadable("onbekende soort " + reading.kind());
            }
        }

        private void plan(Reading reading, Fields says) {
            become("NOG_NIET_GESTART", reading);
            explanation = reading.holding("explanation");
            reportLabel = says.text("reportLabel");
            title = says.optionalText("title");
            line = says.optionalNumber("line");
            position = says.optionalNumber("position");
            included = says.flag("included");
            exclusionReason = included ? null : reading.holding("exclusionReason");
            years = years(says);
            links = List.of();
        }

        /**
         * What counts is the status at the end of a day: one that was there before this day goes
         * on.
         */
        private void become(String next, Reading reading) {
            since = next.equals(statusBefore) ? sinceBefore : reading.on();
            status = next;
            baseline = false;
            reason = reading.holding("reason");
            expectedCompletion = null;
            if (reading.says("explanation")) {
                explanation = reading.holding("explanation");
            }
        }

        private static List<Object> years(Fields says) {
            Set<Long> years = new TreeSet<>();
            for (Object year : says.list("executionYears")) {
                if (!(year instanceof Long number)) {
                    throw new Unreadable("een uitvoeringsjaar is geen getal");
                }
                years.add(number);
            }
            return List.copyOf(years.stream().map(year -> (Object) year).toList());
        }

        private static Object link(Object value) {
            Fields link = Fields.of(value);
            return Map.of("soort", linkKind(link.text("kind")), "actie", link.text("action"));
        }

        private static String linkKind(String kind) {
            return switch (kind) {
                case "COINCIDES_WITH" -> "VALT_SAMEN_MET";
                case "TOGETHER_WITH" -> "SAMEN_MET";
                case "FOLLOWS" -> "VOLGT_OP";
                case "COUPLED_TO" -> "GEKOPPELD_AAN";
                default -> throw new Unreadable("onbekend verband " + kind);
            };
        }

        private static String status(String status) {
            return switch (status) {
                case "COMPLETED" -> "AFGEROND";
                case "IN_PROGRESS" -> "IN_UITVOERING";
                case "DELAYED" -> DELAYED;
                case "ONGOING" -> "DOORLOPEND";
                case "NOT_STARTED" -> "NOG_NIET_GESTART";
                default -> throw new Unreadable("onbekende status " + status);
            };
        }

        Map<String, Object> shown(String code, Map<Long, String> commitments) {
            Map<String, Object> shown = new HashMap<>();
            shown.put("actie", code);
            shown.put("gerapporteerdAls", reportLabel);
            shown.put("titel", title);
            shown.put("actielijn", line);
            shown.put("volgorde", position);
            shown.put("status", status);
            shown.put("statusSinds", since.toString());
            shown.put("openingsstand", baseline);
            shown.put("opgenomen", included);
            shown.put("redenNietOpgenomen", text(exclusionReason, commitments));
            shown.put("uitvoeringsjaren", years);
            shown.put("toelichting", text(explanation, commitments));
            shown.put("reden", text(reason, commitments));
            shown.put("verwachteAfronding", expectedCompletion);
            shown.put("verbanden", links);
            return shown;
        }

        /** A free text, not itself but where it stands: so erasing it changes no digest. */
        private static Map<String, Object> text(Long entry, Map<Long, String> commitments) {
            if (entry == null) {
                return null;
            }
            Map<String, Object> text = new HashMap<>();
            text.put("journaalnummer", entry);
            text.put("verbintenis", commitments.get(entry));
            return text;
        }
    }

    // ------------------------------------------------------------------ JSON

    /** A JSON object, asked for what should be in it. */
    record Fields(Map<String, Object> values) {

        static Fields of(String json) {
            return of(Json.read(json));
        }

        @SuppressWarnings("unchecked")
        static Fields of(Object value) {
            if (value instanceof Map<?, ?> map) {
                return new Fields((Map<String, Object>) map);
            }
            throw new Unreadable("hier hoort een JSON-object");
        }

        boolean has(String name) {
            return values.get(name) != null;
        }

        /** Of this form, with no other names: what nothing covers may lie to whoever reads it. */
        void form(String form, String... names) {
            if (!form.equals(optionalText("vorm"))) {
                throw new Unreadable("dit is geen " + form);
            }
            Set<String> known = new HashSet<>(Arrays.asList(names));
            known.add("vorm");
            for (String name : values.keySet()) {
                if (!known.contains(name)) {
                    throw new Unreadable(name + " hoort hier niet");
                }
            }
        }

        /** A text that is one of the lines under a hash or a signature. */
        String line(String name) {
            String line = text(name);
            if (line.indexOf('\n') >= 0) {
                throw new Unreadable(name + " bevat een regeleinde");
            }
            return line;
        }

        String text(String name) {
            String text = optionalText(name);
            if (text == null) {
                throw new Unreadable(name + " ontbreekt");
            }
            return text;
        }

        String optionalText(String name) {
            Object value = values.get(name);
            if (value != null && !(value instanceof String)) {
                throw new Unreadable(name + " is geen tekst");
            }
            return (String) value;
        }

        long number(String name) {
            Long number = optionalNumber(name);
            if (number == null) {
                throw new Unreadable(name + " ontbreekt");
            }
            return number;
        }

        Long optionalNumber(String name) {
            Object value = values.get(name);
            if (value != null && !(value instanceof Long)) {
                throw new Unreadable(name + " is geen geheel getal");
            }
            return (Long) value;
        }

        boolean flag(String name) {
            if (values.get(name) instanceof Boolean flag) {
                return flag;
            }
            throw new Unreadable(name + " is niet waar of onwaar");
        }

        LocalDate date(String name) {
            try {
                return LocalDate.parse(text(name));
            } catch (DateTimeException wrong) {
                throw new Unreadable(name + " is geen datum");
            }
        }

        String hash(String name) {
            String text = text(name);
            if (!isHash(text)) {
                throw new Unreadable(name + " bestaat niet uit 64 hexadecimale cijfers");
            }
            return text;
        }

        byte[] base64(String name) {
            return unbase64(text(name));
        }

        Fields object(String name) {
            if (!has(name)) {
                throw new Unreadable(name + " ontbreekt");
            }
            return of(values.get(name));
        }

        /** Empty where it is not there. */
        List<Object> list(String name) {
            Object value = values.get(name);
            if (value == null) {
                return List.of();
            }
            if (value instanceof List<?> list) {
                return new ArrayList<>(list);
            }
            throw new Unreadable(name + " is geen lijst");
        }

        /** The names of the free texts that stand, or stood, beside these facts. */
        List<String> texts() {
            return list("texts").stream().map(String::valueOf).toList();
        }
    }

    /** Reads JSON (RFC 8259) with whole numbers only, and writes it as RFC 8785 says. */
    static final class Json {
        private static final int DEEPEST = 100;
        private final String text;
        private int at;
        private int depth;

        private Json(String text) {
            this.text = text;
        }

        static Object read(String text) {
            Json json = new Json(text);
            Object value = json.value();
            json.space();
            if (json.at < text.length()) {
                throw json.wrong();
            }
            return value;
        }

        private Unreadable wrong() {
            return new Unreadable("geen geldige JSON bij teken " + (at + 1));
        }

        private Object value() {
            space();
            if (++depth > DEEPEST) {
                throw wrong();
            }
            Object value =
                    switch (peek()) {
                        case '{' -> object();
                        case '[' -> array();
                        case '"' -> string();
                        case 't' -> word("true", true);
                        case 'f' -> word("false", false);
                        case 'n' -> word("null", null);
                        default -> number();
                    };
            depth--;
            return value;
        }

        private Map<String, Object> object() {
            Map<String, Object> object = new LinkedHashMap<>();
            at++;
            space();
            if (skip('}')) {
                return object;
            }
            do {
                space();
                if (peek() != '"') {
                    throw wrong();
                }
                String name = string();
                space();
                expect(':');
                if (object.containsKey(name)) {
                    throw new Unreadable(name + " staat er twee keer");
                }
                object.put(name, value());
                space();
            } while (skip(','));
            expect('}');
            return object;
        }

        private List<Object> array() {
            List<Object> array = new ArrayList<>();
            at++;
            space();
            if (skip(']')) {
                return array;
            }
            do {
                array.add(value());
                space();
            } while (skip(','));
            expect(']');
            return array;
        }

        private String string() {
            int start = ++at;
            while (peek() != '"' && peek() != '\\' && peek() >= ' ') {
                at++;
            }
            if (peek() == '"') { // nearly always
                return text.substring(start, at++);
            }
            StringBuilder string = new StringBuilder(text.substring(start, at));
            while (!skip('"')) {
                char next = peek();
                if (next < ' ') {
                    throw wrong();
                }
                at++;
                string.append(next == '\\' ? escaped() : next);
            }
            return string.toString();
        }

        private char escaped() {
            char escape = peek();
            at++;
            return switch (escape) {
                case '"', '\\', '/' -> escape;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> {
                    int code = 0;
                    for (int i = 0; i < 4; i++) {
                        int digit = Character.digit(peek(), 16);
                        if (digit < 0) {
                            throw wrong();
                        }
                        code = code * 16 + digit;
                        at++;
                    }
                    yield (char) code;
                }
                default -> throw wrong();
            };
        }

        private Long number() {
            int start = at;
            skip('-');
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            try {
                return Long.valueOf(text.substring(start, at));
            } catch (NumberFormatException none) {
                throw wrong();
            }
        }

        private Object word(String word, Object value) {
            if (!text.startsWith(word, at)) {
                throw wrong();
            }
            at += word.length();
            return value;
        }

        private void space() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private char peek() {
            if (at >= text.length()) {
                throw wrong();
            }
            return text.charAt(at);
        }

        private boolean skip(char expected) {
            if (peekOrEnd() != expected) {
                return false;
            }
            at++;
            return true;
        }

        private int peekOrEnd() {
            return at < text.length() ? text.charAt(at) : -1;
        }

        private void expect(char expected) {
            if (!skip(expected)) {
                throw wrong();
            }
        }

        /**
         * RFC 8785: names in the order of their UTF-16 code units, no space, the shortest escapes.
         */
        static String canonical(Object value) {
            StringBuilder out = new StringBuilder();
            write(value, out);
            return out.toString();
        }

        private static void write(Object value, StringBuilder out) {
            if (value instanceof Map<?, ?> map) {
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((name, member) -> sorted.put((String) name, member));
                String separator = "{";
                for (Map.Entry<String, Object> member : sorted.entrySet()) {
                    out.append(separator);
                    write(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                    separator = ",";
                }
                out.append(sorted.isEmpty() ? "{}" : "}");
            } else if (value instanceof List<?> list) {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    write(list.get(i), out);
                }
                out.append(']');
            } else if (value instanceof String string) {
                write(string, out);
            } else {
                out.append(value);
            }
        }

        private static void write(String string, StringBuilder out) {
            out.append('"');
            for (int i = 0; i < string.length(); i++) {
                char c = string.charAt(i);
                switch (c) {
                    case '"' -> out.append("\\\"");
                    case '\\' -> out.append("\\\\");
                    case '\b' -> out.append("\\b");
                    case '\f' -> out.append("\\f");
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    case '\t' -> out.append("\\t");
                    default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : c);
                }
            }
            out.append('"');
        }
    }

    // ------------------------------------------------------------------ lines, hashes, bytes

    /** The lines of a file one by one, each ended by a line feed. */
    private static final class Lines implements Closeable {
        private static final int LONGEST = 1 << 26;
        private final InputStream file;
        private final byte[] part = new byte[1 << 16];
        private int from;
        private int to;

        Lines(InputStream file) {
            this.file = file;
        }

        /** The next one, or null at the end. */
        String next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            while (from < to || fill()) {
                int end = from;
                while (end < to && part[end] != '\n') {
                    end++;
                }
                line.write(part, from, end - from);
                from = end + 1;
                if (end < to) {
                    return utf8(line.toByteArray());
                }
                if (line.size() > LONGEST) {
                    throw new Unreadable("een regel is te lang");
                }
            }
            return line.size() == 0 ? null : utf8(line.toByteArray());
        }

        private boolean fill() throws IOException {
            from = 0;
            to = Math.max(0, file.read(part));
            return to > 0;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("Every JDK has SHA-256", never);
        }
    }

    private static String sha256Of(byte[]... parts) {
        MessageDigest digest = sha256();
        Arrays.stream(parts).forEach(digest::update);
        return hex(digest.digest());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static boolean isHash(String text) {
        return text.length() == 64
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    private static byte[] unhex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] unbase64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException wrong) {
            throw new Unreadable("geen geldige Base64");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException wrong) {
            throw new Unreadable("geen geldige UTF-8");
        }
    }

    /** On one line and not too long, whatever somebody put in it. */
    private static String printable(String text) {
        String start = text.length() <= 400 ? text : text.substring(0, 400) + " ...";
        return start.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
