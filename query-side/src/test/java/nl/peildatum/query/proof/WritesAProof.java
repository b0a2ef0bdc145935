package nl.peildatum.query.proof;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process of its own that writes a whole proof, so that its heap can be kept small. */
final class WritesAProof {

    private WritesAProof() {}

    /**
     * The database, the programme, its head and the file to write; prints the most heap it held.
     */
    public static void main(String[] arguments) {
        ProvenJournal.write(
                new DriverManagerDataSource(arguments[0]),
                arguments[1],
                1,
                Long.parseLong(arguments[2]),
                Path.of(arguments[3]));
        long most =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed() / 1024 / 1024)
                        .sum();
        System.out.println("heap at most " + most + " MB");
    }
}
