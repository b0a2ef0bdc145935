package nl.peildatum.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Megabytes, as the operating system and the JVM tell them. */
final class Memory {

    private static final Pattern SHARE = Pattern.compile("Pss:\\s+(\\d+) kB");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private Memory() {}

    /**
     * What a process has in memory. Pages that processes share are divided among them where the
     * system can tell (Linux); elsewhere each counts them in full.
     */
    static double resident(ProcessHandle process) throws IOException, InterruptedException {
        Path shares = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        if (Files.isReadable(shares)) {
            return kilobytes(SHARE, Files.readString(shares)) / 1024;
        }
        String told = Started.run("ps", "-o", "rss=", "-p", Long.toString(process.pid())).strip();
        return told.isEmpty() ? 0 : Double.parseDouble(told) / 1024;
    }

    /** What is used of the heap, by {@code jcmd GC.heap_info}. */
    static double usedHeap(String told) {
        return kilobytes(USED, told) / 1024;
    }

    private static double kilobytes(Pattern form, String told) {
        Matcher found = form.matcher(told);
        if (!found.find()) {
            throw new IllegalArgumentException(told);
        }
        return Double.parseDouble(found.group(1));
    }
}
