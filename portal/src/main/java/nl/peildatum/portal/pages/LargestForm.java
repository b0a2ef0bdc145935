package nl.peildatum.portal.pages;

import jakarta.servlet.MultipartConfigElement;
import nl.peildatum.portal.door.Backends;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much a form may hold: a document of the largest size, as a file or in a field. */
@Configuration(proxyBeanMethods = false)
class LargestForm {

    /** The longest texts of a form, each letter of them as nine characters. */
    private static final long TEXTS = 1_000_000;

    /** As much as is read of what is refused, so that a file that is too large is told of. */
    private static final int TOO_LARGE = 3;

    /** A document is nowhere written to a disk, unless it is too large to be read. */
    @Bean
    MultipartConfigElement files(Backends backends) {
        long document = backends.grootsteImport().toBytes();
        return new MultipartConfigElement("", -1, TOO_LARGE * document, Math.toIntExact(document));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fields(Backends backends) {
        // base64 makes four characters of three bytes
        long most = backends.grootsteImport().toBytes() * 4 / 3 + TEXTS;
        return factory ->
                factory.addConnectorCustomizers(
                        connector -> connector.setMaxPostSize(Math.toIntExact(most)));
    }
}
