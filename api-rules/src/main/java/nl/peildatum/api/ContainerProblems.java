package nl.peildatum.api;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * What the servlet container refuses by itself, before any filter sees it, is a problem as well;
 * and whoever sends too much gets to read the answer instead of a broken connection.
 *
 * @param swallowed how many bytes of what is refused are still read
 */
public record ContainerProblems(long swallowed)
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(
                connector -> {
                    connector.setProperty("maxSwallowSize", Long.toString(swallowed));
                    // refused as any other method is, with what the address takes
                    connector.setAllowTrace(true);
                });
        factory.addContextCustomizers(
                context -> {
                    if (context.getParent() instanceof StandardHost host) {
                        host.setErrorReportValveClass("");
                        host.getPipeline().addValve(new ProblemValve());
                    }
                });
    }
}
