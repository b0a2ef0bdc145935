package nl.peildatum.command;

import java.util.Set;
import javax.sql.DataSource;
import nl.peildatum.api.ApiRules;
import nl.peildatum.api.starting.Apart;
import nl.peildatum.api.starting.Settings;
import nl.peildatum.command.journal.Migrated;
import nl.peildatum.eventstore.DatabaseOwner;
import nl.peildatum.eventstore.DurableDatabase;
import nl.peildatum.eventstore.DurableDatabase.NotDurable;
import nl.peildatum.eventstore.ErasedRemains;
import nl.peildatum.eventstore.EventSchema;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatServletManagementContextAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.actuate.endpoint.web.WebMvcHealthEndpointExtensionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The command-side as an application: decides on commands and appends what they lead to. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
@Import({ApiRules.class, DatabaseOwner.class})
@ImportAutoConfiguration({
    ApplicationAvailabilityAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    EndpointAutoConfiguration.class,
    JacksonEndpointAutoConfiguration.class,
    WebEndpointAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    ServletManagementContextAutoConfiguration.class,
    TomcatServletManagementContextAutoConfiguration.class,
    HealthContributorRegistryAutoConfiguration.class,
    HealthContributorAutoConfiguration.class,
    AvailabilityHealthContributorAutoConfiguration.class,
    AvailabilityProbesAutoConfiguration.class,
    DataSourceHealthContributorAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    WebMvcHealthEndpointExtensionAutoConfiguration.class
})
public class CommandSide {

    /** The application, to be run with the address of its database and of its issuer. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(CommandSide.class)
                .bannerMode(Banner.Mode.OFF)
                .properties("spring.config.name=command-side");
    }

    /** Runs the command-side on its own. */
    public static void main(String[] arguments) {
        Apart.run(application(), CommandSide::check, Set.of(NotDurable.class), arguments);
    }

    private static void check(Settings settings) {
        settings.ofASide()
                .as(Boolean.class, "peildatum.vier-ogen")
                .directory("peildatum.controlepunten.map")
                .safeAddress("peildatum.controlepunten.adres")
                .onlyWith("peildatum.controlepunten.adres", "peildatum.controlepunten.map")
                .onlyWith("peildatum.controlepunten.token", "peildatum.controlepunten.adres");
    }

    /** Brings the event store's schema up to date before anything uses the database. */
    @Bean
    Migrated migrated(DataSource dataSource, DatabaseOwner owner) {
        DurableDatabase.require(dataSource);
        EventSchema.migrate(owner.dataSource());
        return new Migrated();
    }

    /** Takes what was erased out of the files of the database. */
    @Bean(initMethod = "start")
    ErasedRemains erasedRemains(Migrated migrated, DataSource dataSource, DatabaseOwner owner) {
        return ErasedRemains.ofEvents(dataSource, owner.dataSource());
    }
}
