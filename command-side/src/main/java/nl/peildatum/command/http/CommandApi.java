package nl.peildatum.command.http;

import static nl.peildatum.api.Role.BEHEERDER;
import static nl.peildatum.api.Role.SECRETARIAAT;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.sql.DataSource;
import nl.peildatum.api.AccessRules;
import nl.peildatum.api.ProblemTranslation;
import nl.peildatum.command.journal.Held;
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
    AccessRules accessRules() {
        return AccessRules.closed()
                .only(POST, Paths.PROGRAMMES, SECRETARIAAT)
                .only(PUT, Paths.PROGRAMME, SECRETARIAAT)
                .only(POST, Paths.LINES, SECRETARIAAT)
                .only(PUT, Paths.LINES + "/{nummer}", SECRETARIAAT)
                .only(POST, Paths.ACTIONS, SECRETARIAAT)
                .only(POST, Paths.ACTION + "/openingsstand", SECRETARIAAT)
                .only(POST, Paths.ACTION + "/statuswijzigingen", SECRETARIAAT)
                .only(POST, Paths.ACTION + "/toelichtingen", SECRETARIAAT)
                .only(POST, Paths.ACTION + "/wijzigingen", SECRETARIAAT)
                .only(POST, Paths.ENTRY + "/correcties", SECRETARIAAT)
                .only(POST, Paths.ENTRY + "/intrekkingen", SECRETARIAAT)
                .only(POST, Paths.ENTRY + "/tekstwissing", BEHEERDER)
                .only(POST, Paths.ENTRY + "/tekstwissingen", BEHEERDER)
                .only(DELETE, Paths.PERSON, BEHEERDER)
                .only(POST, Paths.PEOPLE + "/wissingen", BEHEERDER)
                .only(POST, Paths.REPORTS, SECRETARIAAT)
                .only(POST, Paths.REPORTS + "/{peildatum}/bevestigingen", SECRETARIAAT)
                .only(POST, Paths.CHECKPOINTS, SECRETARIAAT, BEHEERDER)
                .only(POST, Paths.KEYS, BEHEERDER)
                .only(POST, Paths.JUDGEMENTS, SECRETARIAAT)
                .only(POST, Paths.IMPORTS, SECRETARIAAT)
                .elsewhere(GET, "/api/v1/openapi.json")
                .elsewhere(GET, Paths.PEOPLE)
                .elsewhere(GET, Paths.PROGRAMMES)
                .elsewhere(GET, Paths.PROGRAMME)
                .elsewhere(GET, Paths.LINES)
                .elsewhere(GET, Paths.LINES + "/{nummer}")
                .elsewhere(GET, Paths.ACTIONS)
                .elsewhere(GET, Paths.ACTION)
                .elsewhere(GET, Paths.ACTION + "/historie")
                .elsewhere(GET, Paths.ACTION + "/statusverloop")
                .elsewhere(GET, Paths.ACTION + "/mogelijkheden")
                .elsewhere(GET, Paths.PROGRAMME + "/dashboard")
                .elsewhere(GET, Paths.PROGRAMME + "/verschillen")
                .elsewhere(GET, Paths.PROGRAMME + "/verloop")
                .elsewhere(GET, Paths.PROGRAMME + "/momenten")
                .elsewhere(GET, Paths.PROGRAMME + "/gebeurtenissen")
                .elsewhere(GET, Paths.PROGRAMME + "/signalen")
                .elsewhere(GET, Paths.REPORTS)
                .elsewhere(GET, Paths.REPORTS + "/{peildatum}")
                .elsewhere(GET, Paths.PROGRAMME + "/monitoringsoverzicht")
                .elsewhere(GET, Paths.PROGRAMME + "/monitoringsoverzicht/controle")
                .elsewhere(GET, Paths.PROGRAMME + "/journaal")
                .elsewhere(GET, Paths.PROGRAMME + "/journaal/{nummer}")
                .elsewhere(GET, Paths.CHECKPOINTS)
                .elsewhere(GET, Paths.KEYS)
                .elsewhere(GET, Paths.PROGRAMME + "/journaal/controle")
                .elsewhere(GET, Paths.PROGRAMME + "/bewijs")
                .elsewhere(GET, Paths.AUDIT_LOG)
                .elsewhere(GET, Paths.AUDIT_LOG + "/controle")
                .elsewhere(GET, Paths.IMPORTS + "/sjabloon");
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
