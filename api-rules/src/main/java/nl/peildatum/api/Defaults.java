package nl.peildatum.api;

import java.time.Clock;
import nl.peildatum.contract.Contract;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The machine's clock and the published document, where nobody gave others; read after all other
 * configuration.
 */
@Configuration(proxyBeanMethods = false)
class Defaults {

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean(Contract.class)
    Contract contract() {
        return Contract.published();
    }
}
