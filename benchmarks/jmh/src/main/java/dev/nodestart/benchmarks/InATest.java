package dev.nodestart.benchmarks;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Question;
import dev.nodestart.conformance.junit.Node;
import dev.nodestart.conformance.junit.NodeContainer;
import dev.nodestart.emulator.node.CellResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * What a test does with a node, and with a container of Testcontainers beside it. It says run and container of the node, then
 * answers each line of standard input with the milliseconds that it took.
 */
final class InATest {
    private final Node node;
    private final List<Question> questions;
    private final GenericContainer<?> container;
    private final DockerImageName image;
    private final String network;

    private InATest(
            Node node, List<Question> questions, GenericContainer<?> container, DockerImageName image, String network) {
        this.node = node;
        this.questions = questions;
        this.container = container;
        this.image = image;
        this.network = network;
    }

    /**
     * Takes the image, Java's folder in it, a number of questions, each whether another file is there, a file for the list
     * of those, and the network for containers of Testcontainers.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DockerImageName image = DockerImageName.parse(arguments[0]);
        try (NodeContainer started = NodeContainer.of(arguments[0]).withEnv("JNAME", arguments[1]);
                GenericContainer<?> container = container(image, arguments[4])) {
            started.start();
            container.start();
            Node node = started.node();
            List<String> files = files(node, Integer.parseInt(arguments[2]));
            Files.write(Path.of(arguments[3]), files);
            System.out.println(node.launch().runId() + " " + node.info().containerId());
            new InATest(node, questions(files), container, image, arguments[4]).serve();
        }
    }

    private static GenericContainer<?> container(DockerImageName image, String network) {
        return new GenericContainer<>(image)
                .withNetworkMode(network)
                .withCreateContainerCmdModifier(command -> command.withEntrypoint("sleep", "3600"));
    }

    private static List<String> files(Node node, int number) {
        CellResult found = node.bash("find /usr/lib /usr/share -type f 2>/dev/null | head -n " + number);
        List<String> files = found.stdout().lines().toList();
        if (files.size() < number) {
            throw new IllegalStateException("The image has only [" + files.size() + "] files in /usr.");
        }
        return files;
    }

    private static List<Question> questions(List<String> files) {
        return IntStream.range(0, files.size())
                .mapToObj(number -> Question.of("file." + number, "[ -e '" + files.get(number) + "' ]"))
                .toList();
    }

    private void serve() throws IOException, InterruptedException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            long start = System.nanoTime();
            run(line.split(" "));
            System.out.println((System.nanoTime() - start) / 1e6);
        }
    }

    private void run(String[] words) throws IOException, InterruptedException {
        switch (words[0]) {
            case "ask" -> ask(Integer.parseInt(words[1]));
            case "shell" -> require(isOk(node.bash("true")), "the shell command");
            case "python" -> require(isOk(node.python("1 + 1")), "the Python cell");
            case "exec" ->
                require(container.execInContainer("bash", "-c", "true").getExitCode() == 0, "execInContainer");
            case "start" -> {
                try (GenericContainer<?> another = container(image, network)) {
                    another.start();
                }
            }
            default -> throw new IllegalArgumentException("There is no [" + words[0] + "].");
        }
    }

    private void ask(int number) {
        Map<String, Answer> answers = node.ask(questions.subList(0, number).toArray(Question[]::new));
        require(answers.size() == number && answers.values().stream().allMatch(Answer::ok), "a question");
    }

    private static boolean isOk(CellResult result) {
        return result.status() == CellResult.Status.OK;
    }

    private static void require(boolean good, String what) {
        if (!good) {
            throw new IllegalStateException("Something is wrong with the answer to " + what + ".");
        }
    }
}
