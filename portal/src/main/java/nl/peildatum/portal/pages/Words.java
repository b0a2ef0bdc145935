package nl.peildatum.portal.pages;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of the pages, from {@code portal-messages_nl.properties}. */
@Configuration(proxyBeanMethods = false)
class Words {

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("portal-messages");
        words.setDefaultEncoding("UTF-8");
        words.setDefaultLocale(Locale.of("nl"));
        words.setFallbackToSystemLocale(false);
        return words;
    }
}
