package nl.peildatum.command.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import javax.sql.DataSource;
import nl.peildatum.api.AccessRules;
import nl.peildatum.api.ProblemTranslation;
import nl.peildatum.command.journal.Held;
import nl.peildatum.contract.Contract;
import nl.peildatum.eventstore.Answers;
import nl.peildatum.eventstore.Journal;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import tools.jackson.databind.JacksonModule;

/** What the controllers of the command-side share. */
@Configuration(proxyBeanMethods = false)
public class CommandApi {

    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    @Bean
    AccessRules accessRules(Contract contract) {
        return new AccessRules(contract, Set.of("POST", "PUT", "DELETE"));
    }

    @Bean
    JacksonModule codes() {
        return Coded.module();
    }

    @Bean
    ProblemTranslation refusals() {
        return new RefusalProblems();
    }

    @Bean
    Answering answering(DataSource dataSource) {
        return new Answering(new Answers(dataSource));
    }

    @Bean
    Held held(DataSource dataSource) {
        return new Held(new Journal(dataSource));
    }

    /** Keeps the body of a request with a key, which the key's digest covers. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> keptBodies() {
        return new FilterRegistrationBean<>(
                new OncePerRequestFilter() {
                    @Override
                    protected void doFilterInternal(
                            HttpServletRequest request,
                            HttpServletResponse response,
                            FilterChain chain)
                            throws ServletException, IOException {
                        chain.doFilter(
                                request.getHeader(Answering.KEY_HEADER) == null
                                        ? request
                                        : new ContentCachingRequestWrapper(request, LARGEST_BODY),
                                response);
                    }
                });
    }
}
