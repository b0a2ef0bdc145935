package nl.peildatum.api.starting;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import nl.peildatum.contract.DutchTexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.config.ConfigDataNotFoundException;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** An application as a process of its own, told everything by its environment. */
public final class Apart {

    private static final Logger LOG = LoggerFactory.getLogger(Apart.class);
    private static final DutchTexts TEXTS = DutchTexts.of("starting-messages", Apart.class);

    /** What would show a stack trace of a failure that is told in one line. */
    private static final List<String> SILENT_WHILE_STARTING =
            List.of(
                    "com.zaxxer.hikari.pool.HikariPool",
                    "org.flywaydb.core.internal.jdbc",
                    "org.springframework.boot.SpringApplication",
                    "org.springframework.boot.autoconfigure.logging",
                    "org.springframework.boot.diagnostics",
                    "org.springframework.boot.web.server.servlet.context");

    private final SpringApplicationBuilder application;
    private final Consumer<Settings> check;
    private final Set<Class<? extends Throwable>> told;
    private final Map<String, Given> given = new LinkedHashMap<>();
    private boolean settingsRead;

    private Apart(
            SpringApplicationBuilder application,
            Consumer<Settings> check,
            Set<Class<? extends Throwable>> told) {
        this.application = application;
        this.check = check;
        this.told = told;
    }

    /**
     * Starts an application; ends the process with exit code 1 and the cause on standard error when
     * it cannot run.
     *
     * @param check names what the application needs
     * @param told failures whose message is a Dutch line for whoever starts it
     */
    public static void run(
            SpringApplicationBuilder application,
            Consumer<Settings> check,
            Set<Class<? extends Throwable>> told,
            String... arguments) {
        new Apart(application, check, told).run(arguments);
    }

    private void run(String... arguments) {
        try {
            ConfigurableApplicationContext running =
                    application
                            .listeners(new Hearing())
                            .listeners(
                                    (ApplicationListener<ApplicationFailedEvent>)
                                            _ -> log(LogLevel.OFF))
                            .initializers(this::check)
                            .logStartupInfo(false)
                            .run(arguments);
            started(running);
        } catch (RuntimeException | Error failure) {
            @Nullable String line = line(failure);
            if (line == null) {
                line = TEXTS.plain("onbekend");
                LOG.error(line, failure);
            }
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println(line);
            System.exit(1);
        }
    }

    private void check(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        log(LogLevel.OFF);
        hearFiles(environment.getPropertySources());
        settingsRead = true;
        Settings settings = new Settings(environment);
        check.accept(settings);
        settings.done();
    }

    private void started(ConfigurableApplicationContext running) {
        log(null);
        Set<String> unread = new TreeSet<>();
        given.forEach(
                (source, settings) ->
                        unread.addAll(
                                settings.unread(name -> !isEnvironment(source) || isOurs(name))));
        unread.forEach(name -> LOG.warn(TEXTS.told("ongelezen", name)));
        if (running instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            LOG.info(
                    TEXTS.told(
                            "draait",
                            running.getEnvironment().getRequiredProperty("spring.config.name"),
                            web.getWebServer().getPort()));
        }
    }

    private static void log(@Nullable LogLevel level) {
        LoggingSystem logging = LoggingSystem.get(Apart.class.getClassLoader());
        SILENT_WHILE_STARTING.forEach(logger -> logging.setLogLevel(logger, level));
    }

    /** Before Spring Boot itself reads it. */
    private final class Hearing
            implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
            Given heard = new Given(System.getenv());
            given.put(name, heard);
            event.getEnvironment()
                    .getPropertySources()
                    .replace(name, new SystemEnvironmentPropertySource(name, heard));
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    /** The files of a configuration tree, such as those of secrets. */
    private void hearFiles(MutablePropertySources sources) {
        for (PropertySource<?> source : sources.stream().toList()) {
            if (source instanceof ConfigTreePropertySource files) {
                Map<String, String> values = new LinkedHashMap<>();
                for (String name : files.getPropertyNames()) {
                    values.put(name, String.valueOf(files.getProperty(name)));
                }
                Given heard = new Given(values);
                given.put(source.getName(), heard);
                sources.replace(source.getName(), new MapPropertySource(source.getName(), heard));
            }
        }
    }

    private static boolean isEnvironment(String source) {
        return source.equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }

    private static boolean isOurs(String variable) {
        return variable.matches("(PEILDATUM|SPRING|SERVER|MANAGEMENT|LOGGING)_.+");
    }

    /** What is wrong and what to do, when that can be said in a line. */
    private @Nullable String line(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WrongSettings || told.contains(cause.getClass())) {
                return cause.getMessage();
            }
            if (cause instanceof PortInUseException port) {
                return TEXTS.told("poortBezet", port.getPort());
            }
            if (cause instanceof ConfigDataNotFoundException missing) {
                return TEXTS.told("importOntbreekt", missing.getReferenceDescription());
            }
            if (cause instanceof BindException wrong) {
                return TEXTS.told("onjuist", Settings.variable(wrong.getName().toString()));
            }
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                return line(refused, refused.getSQLState());
            }
        }
        return settingsRead ? null : TEXTS.plain("onleesbaar");
    }

    private static @Nullable String line(SQLException refused, String state) {
        String key =
                switch (state) {
                    case "08004" -> "loginGeweigerd";
                    case "42501" -> "rechtOntbreekt";
                    default ->
                            switch (state.substring(0, 2)) {
                                case "08" -> "databaseWeg";
                                case "28" -> "loginGeweigerd";
                                case "3D" -> "databaseOntbreekt";
                                case "53" -> "databaseVol";
                                default -> state.startsWith("57P") ? "databaseWeg" : null;
                            };
                };
        return key == null
                ? null
                : TEXTS.told(key, String.valueOf(refused.getMessage()).replaceAll("\\s+", " "));
    }
}
