package nl.peildatum.query.api;

import jakarta.persistence.EntityManagerFactory;
import java.util.Set;
import nl.peildatum.api.AccessRules;
import nl.peildatum.contract.Contract;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;

/** Where questions are asked, and in what they are answered. */
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

    @Bean
    @Primary
    JpaTransactionManager transactionManager(EntityManagerFactory entities) {
        return new JpaTransactionManager(entities);
    }

    @Bean
    AccessRules whoMayAsk(Contract contract) {
        return new AccessRules(contract, Set.of("GET"));
    }
}
