package nl.peildatum.query.api;

import static nl.peildatum.api.Role.AUDITOR;
import static nl.peildatum.api.Role.BEHEERDER;
import static nl.peildatum.api.Role.LEZER;
import static nl.peildatum.api.Role.SECRETARIAAT;

import jakarta.persistence.EntityManagerFactory;
import nl.peildatum.api.AccessRules;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.http.HttpMethod;
import org.springframework.orm.jpa.JpaTransactionManager;

/** How questions are read and who may ask them. */
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = QueryApi.class)
@EnableJpaRepositories(basePackageClasses = QueryApi.class)
public class QueryApi {
    /** The address of one programme; everything about it lies below. */
    public static final String PROGRAMME = "/api/v1/programmas/{programma}";

    /** The address of the keys that sign checkpoints. */
    public static final String KEYS = "/api/v1/sleutels";

    /** The people whose names are known. */
    public static final String PEOPLE = "/api/v1/personen";

    /** The address of the audit log. */
    public static final String AUDIT_LOG = "/api/v1/auditlog";

    /** The address of the document that describes them all. */
    static final String DOCUMENT = "/api/v1/openapi.json";

    private static final String[] OPEN_TO_READERS = {
        "/api/v1/programmas",
        PROGRAMME,
        PROGRAMME + "/dashboard",
        PROGRAMME + "/actielijnen",
        PROGRAMME + "/actielijnen/{nummer}",
        PROGRAMME + "/acties",
        PROGRAMME + "/acties/{actie}",
        PROGRAMME + "/acties/{actie}/historie",
        PROGRAMME + "/acties/{actie}/statusverloop",
        PROGRAMME + "/monitoringsoverzicht",
        PROGRAMME + "/verschillen",
        PROGRAMME + "/verloop",
        PROGRAMME + "/momenten",
        PROGRAMME + "/gebeurtenissen",
        PROGRAMME + "/rapportages",
        PROGRAMME + "/rapportages/{peildatum}",
    };

    private static final String[] FOR_AUDITORS = {
        PROGRAMME + "/journaal",
        PROGRAMME + "/journaal/controlepunten",
        PROGRAMME + "/bewijs",
        PROGRAMME + "/journaal/controle",
        AUDIT_LOG,
        AUDIT_LOG + "/controle",
        PROGRAMME + "/monitoringsoverzicht/controle",
    };

    private static final String[] FOR_SECRETARIAT_AND_AUDITORS = {
        PROGRAMME + "/signalen",
        PROGRAMME + "/importen/sjabloon",
        PROGRAMME + "/acties/{actie}/mogelijkheden",
        PROGRAMME + "/journaal/{nummer}",
    };

    private static final String[] COMMANDS_BY_POST = {
        "/api/v1/programmas",
        PROGRAMME + "/actielijnen",
        PROGRAMME + "/acties",
        PROGRAMME + "/acties/{actie}/openingsstand",
        PROGRAMME + "/acties/{actie}/statuswijzigingen",
        PROGRAMME + "/acties/{actie}/toelichtingen",
        PROGRAMME + "/acties/{actie}/wijzigingen",
        PROGRAMME + "/journaal/{nummer}/correcties",
        PROGRAMME + "/journaal/{nummer}/intrekkingen",
        PROGRAMME + "/journaal/controlepunten",
        KEYS,
        PROGRAMME + "/journaal/{nummer}/tekstwissing",
        PROGRAMME + "/journaal/{nummer}/tekstwissingen",
        PEOPLE + "/wissingen",
        PROGRAMME + "/signalen/{signaal}/beoordelingen",
        PROGRAMME + "/importen",
        PROGRAMME + "/rapportages",
        PROGRAMME + "/rapportages/{peildatum}/bevestigingen",
    };

    @Bean
    @Primary
    JpaTransactionManager transactionManager(EntityManagerFactory entities) {
        return new JpaTransactionManager(entities);
    }

    @Bean
    AccessRules whoMayAsk() {
        AccessRules rules = AccessRules.closed().open(HttpMethod.GET, DOCUMENT);
        for (String path : OPEN_TO_READERS) {
            rules = rules.openIfOpenbaar(HttpMethod.GET, path, LEZER, SECRETARIAAT, AUDITOR);
        }
        for (String path : FOR_AUDITORS) {
            rules = rules.only(HttpMethod.GET, path, AUDITOR);
        }
        for (String path : FOR_SECRETARIAT_AND_AUDITORS) {
            rules = rules.only(HttpMethod.GET, path, SECRETARIAAT, AUDITOR);
        }
        rules = rules.only(HttpMethod.GET, KEYS, AUDITOR, BEHEERDER);
        for (String path : COMMANDS_BY_POST) {
            rules = rules.elsewhere(HttpMethod.POST, path);
        }
        rules = rules.only(HttpMethod.GET, PEOPLE, BEHEERDER);
        rules = rules.elsewhere(HttpMethod.DELETE, PEOPLE + "/{subject}");
        return rules.elsewhere(HttpMethod.PUT, PROGRAMME + "/actielijnen/{nummer}");
    }
}
