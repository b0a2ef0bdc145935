package nl.peildatum.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nl.peildatum.eventstore.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the application consists of, run apart. In the standalone, where other applications'
 * libraries stand on the same class path, it is to be the same; a test there reads this list.
 * {@code -Dapprove=true} writes it anew.
 */
class BeansTest {

    private static final Path APPROVED = Path.of("src/test/resources/beans.txt");

    @Test
    void the_application_consists_of_what_is_approved() throws IOException {
        try (ConfigurableApplicationContext side =
                CommandSide.application()
                        .run(
                                CommandSideServer.settings(TestDatabase.create())
                                        .toArray(String[]::new))) {
            String beans =
                    String.join(
                            "\n", Arrays.stream(side.getBeanDefinitionNames()).sorted().toList());
            if (Boolean.getBoolean("approve")) {
                Files.writeString(APPROVED, beans + "\n");
            }

            assertThat(beans + "\n").isEqualTo(Files.readString(APPROVED));
        }
    }
}
