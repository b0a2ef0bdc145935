package nl.peildatum.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The property engine and the platform's version fit: what is false is found out. */
class PropertiesReallyRunTest {

    static class Claims {

        @Property(tries = 200)
        boolean every_number_is_below_fifty(@ForAll @IntRange(max = 1000) int number) {
            return number < 50;
        }

        @Property(tries = 200)
        boolean every_number_is_at_most_a_thousand(@ForAll @IntRange(max = 1000) int number) {
            return number <= 1000;
        }
    }

    @Test
    void a_property_that_does_not_hold_fails_and_one_that_holds_does_not() {
        SummaryGeneratingListener heard = new SummaryGeneratingListener();

        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Claims.class))
                                .configurationParameter("jqwik.reporting.onlyfailures", "true")
                                .build(),
                        heard);

        assertThat(heard.getSummary().getTestsSucceededCount()).isEqualTo(1);
        assertThat(heard.getSummary().getFailures())
                .singleElement()
                .satisfies(
                        failure ->
                                assertThat(failure.getTestIdentifier().getDisplayName())
                                        .contains("below"));
    }
}
