package nl.peildatum.standalone.apart;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What {@code apart/Dockerfile} says about an image: its layers, its command and its health. */
final class ImageFile {

    private final List<String> instructions = new ArrayList<>();

    ImageFile() throws IOException {
        String text = Files.readString(ComposeFile.ROOT.resolve("apart/Dockerfile"));
        text.replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(instructions::add);
    }

    /** How a jar becomes layers, as a shell command in a directory with {@code application.jar}. */
    String layering() {
        return the("RUN ", "-Djarmode=tools").substring("RUN ".length());
    }

    /** The directories of the layers, in order, within the one of {@link #layering}. */
    List<String> layers() {
        return instructions.stream()
                .filter(line -> line.startsWith("COPY --from=layers /layers/"))
                .map(line -> line.split(" ", -1)[2].substring("/layers/".length()))
                .toList();
    }

    List<String> entrypoint() {
        return list(the("ENTRYPOINT ", ""));
    }

    List<String> healthcheck() {
        return list(the("HEALTHCHECK ", " CMD "));
    }

    /** The images it begins with. */
    List<String> bases() {
        return instructions.stream()
                .filter(line -> line.startsWith("FROM "))
                .map(line -> line.split(" ", -1)[1])
                .toList();
    }

    /** The user it runs as. */
    String user() {
        return the("USER ", "").substring("USER ".length());
    }

    private String the(String instruction, String holding) {
        List<String> found =
                instructions.stream()
                        .filter(line -> line.startsWith(instruction) && line.contains(holding))
                        .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(instruction + holding + ": " + found);
        }
        return found.getFirst();
    }

    private static List<String> list(String instruction) {
        String json = instruction.substring(instruction.indexOf('['));
        return Arrays.asList(JsonMapper.shared().readValue(json, String[].class));
    }
}
