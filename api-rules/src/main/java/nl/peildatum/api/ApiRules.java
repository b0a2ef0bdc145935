package nl.peildatum.api;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import nl.peildatum.contract.Contract;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything an HTTP side needs to keep the rules of the interface; a side imports this and gives
 * one {@link AccessRules} bean, and any number of {@link ProblemTranslation} beans.
 */
@Configuration(proxyBeanMethods = false)
@Import(ResourceServer.class)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    Defaults.class
})
public class ApiRules {
    private static final int SWALLOWED_AT_MOST = 32 * 1024 * 1024;

    @Bean
    Today today(Clock clock) {
        return new Today(clock);
    }

    @Bean
    JsonMapperBuilderCustomizer dutchJson() {
        return DutchJson::customise;
    }

    @Bean
    Problems problems(ObjectProvider<ProblemTranslation> translations) {
        return new Problems(translations.orderedStream().toList());
    }

    @Bean
    ProblemResolver problemResolver(Problems problems) {
        return new ProblemResolver(problems);
    }

    @Bean
    WebMvcConfigurer apiArguments(
            Contract contract,
            JsonMapper json,
            Today today,
            @Value("${peildatum.grootste-invoer:1MB}") DataSize largestInput,
            @Value("${peildatum.grootste-import:10MB}") DataSize largestUpload) {
        JsonMapper records =
                json.rebuild()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .addModule(Given.module())
                        .build();
        return new Arguments(
                contract, records, today, largestInput.toBytes(), largestUpload.toBytes());
    }

    @Bean
    FilterRegistrationBean<ApiVersion> apiVersionFilter() {
        FilterRegistrationBean<ApiVersion> filter = new FilterRegistrationBean<>(new ApiVersion());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return filter;
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter(Problems problems) {
        FilterRegistrationBean<ProblemFilter> filter =
                new FilterRegistrationBean<>(new ProblemFilter(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        return filter;
    }

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> answerHeaders(
            @Value("${peildatum.achter-tls:false}") boolean behindTls) {
        FilterRegistrationBean<HeaderWriterFilter> filter =
                new FilterRegistrationBean<>(AnswerHeaders.filter(behindTls));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Before security: it is for anyone. */
    @Bean
    FilterRegistrationBean<Options> optionsFilter(
            Contract contract,
            @Value("${peildatum.openbaar:false}") boolean openbaar,
            @Value("${peildatum.cors.toegestaan:}") List<String> named) {
        FilterRegistrationBean<Options> filter =
                new FilterRegistrationBean<>(
                        new Options(contract, new Cors(contract, openbaar, named)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    /** Behind security, so that it sees what a caller who may ask gets to see. */
    @Bean
    FilterRegistrationBean<EntityTags> entityTagFilter(Contract contract) {
        FilterRegistrationBean<EntityTags> filter =
                new FilterRegistrationBean<>(new EntityTags(contract));
        filter.setOrder(0);
        filter.addUrlPatterns("/api/v1/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        return filter;
    }

    @Bean
    ContainerProblems problemsOfTheContainer() {
        return new ContainerProblems(SWALLOWED_AT_MOST);
    }
}
