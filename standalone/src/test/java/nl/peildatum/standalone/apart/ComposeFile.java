package nl.peildatum.standalone.apart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code docker-compose.yml} says, in the forms that are used there. */
final class ComposeFile {

    /** The root of the project. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final Map<?, ?> services;
    private final Map<?, ?> volumes;

    private ComposeFile(Map<?, ?> services, Map<?, ?> volumes) {
        this.services = services;
        this.volumes = volumes;
    }

    static ComposeFile read() throws IOException {
        return read(Files.readString(ROOT.resolve("docker-compose.yml")));
    }

    static ComposeFile read(String text) {
        Map<?, ?> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new ComposeFile(map(file.get("services")), map(file.get("volumes")));
    }

    List<String> names() {
        return services.keySet().stream().map(String::valueOf).toList();
    }

    /** The names of the volumes. */
    List<String> volumes() {
        return volumes.keySet().stream().map(String::valueOf).toList();
    }

    Service service(String name) {
        return new Service(name, map(services.get(name)));
    }

    /**
     * Something mounted: a file of the project, or a directory of a volume.
     *
     * @param source a path that begins with a dot, or the name of a volume
     * @param within the directory of the volume, or none
     * @param readOnly whether the container may not change it
     */
    record Mount(String source, String target, String within, boolean readOnly) {
        boolean isVolume() {
            return !source.startsWith(".");
        }
    }

    /** One service. */
    record Service(String name, Map<?, ?> says) {

        String image() {
            return String.valueOf(says.get("image"));
        }

        /** The application whose image is built from this project; null where none is. */
        @Nullable String application() {
            return says.get("build") instanceof Map<?, ?> build
                    ? String.valueOf(map(build.get("args")).get("APPLICATION"))
                    : null;
        }

        List<String> entrypoint() {
            return texts(says.get("entrypoint"));
        }

        List<String> command() {
            return texts(says.get("command"));
        }

        Map<String, String> environment() {
            Map<String, String> environment = new LinkedHashMap<>();
            map(says.get("environment"))
                    .forEach((name, value) -> environment.put((String) name, text(value)));
            return environment;
        }

        List<Mount> mounts() {
            return list(says.get("volumes")).stream().map(Service::mount).toList();
        }

        /** What has to be well, or done, before. */
        List<String> after() {
            return map(says.get("depends_on")).keySet().stream().map(String::valueOf).toList();
        }

        /** When what comes before is enough: healthy, or done. */
        List<String> conditions() {
            return map(says.get("depends_on")).values().stream()
                    .map(each -> text(map(each).get("condition")))
                    .toList();
        }

        List<String> ports() {
            return texts(says.get("ports"));
        }

        /** The command that says whether it is well; empty where the image says so itself. */
        List<String> healthcheck() {
            List<String> test = texts(map(says.get("healthcheck")).get("test"));
            return test.isEmpty() ? test : test.subList(1, test.size());
        }

        private static Mount mount(Object says) {
            if (says instanceof Map<?, ?> whole) {
                return new Mount(
                        text(whole.get("source")),
                        text(whole.get("target")),
                        String.valueOf(map(whole.get("volume")).get("subpath")),
                        Boolean.TRUE.equals(whole.get("read_only")));
            }
            List<String> parts = List.of(text(says).split(":", -1));
            return new Mount(parts.get(0), parts.get(1), "", parts.getLast().equals("ro"));
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static List<String> texts(@Nullable Object value) {
        return list(value).stream().map(ComposeFile::text).toList();
    }

    /** A dollar is written twice, since one of them begins a variable. */
    private static String text(@Nullable Object value) {
        String text = String.valueOf(value);
        if (text.replace("$$", "").contains("$")) {
            throw new IllegalStateException("a variable, which nobody fills in here: " + text);
        }
        return text.replace("$$", "$");
    }
}
