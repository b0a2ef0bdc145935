package nl.peildatum.portal.door;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What stands behind the front door.
 *
 * @param commandSide where changes go
 * @param querySide where questions go
 * @param issuer where logging in goes, when it is to be had at this same address
 * @param grootsteImport the largest body that is let in
 */
@ConfigurationProperties("peildatum")
public record Backends(
        URI commandSide,
        URI querySide,
        @Nullable URI issuer,
        @DefaultValue("10MB") DataSize grootsteImport) {}
