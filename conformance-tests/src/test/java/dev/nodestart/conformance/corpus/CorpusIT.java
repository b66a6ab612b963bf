package dev.nodestart.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Given an image of the corpus, when it is verified, then it ends as it must and its cause is named first.
 * {@code -Dcorpus.only=NAME,…} runs only these, {@code -Dcorpus.only=all} every case; the build itself runs a few of every
 * kind.
 */
@ExtendWith(TestEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class CorpusIT {
    private static final int SIDE_BY_SIDE = 2;

    private static final String ALL = "all";

    private static final Path PAGE = Path.of("..", "docs", "detection.md");

    /** Recordings stay there, to be looked at. */
    private static final Path RUNS = Path.of("target", "corpus");

    private final ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    private final List<CaseResult> results = new ArrayList<>();
    private final String given = System.getProperty("corpus.only", ALL);
    private final String only = given.equals(ALL) ? "" : given;
    private final List<CorpusCase> wanted = Corpus.cases().stream()
            .filter(one -> only.isEmpty() || List.of(only.split(",", -1)).contains(one.name()))
            .toList();
    private CorpusRunner runner;

    @BeforeAll
    void makeBase(Engine engine) {
        CorpusImages images = new CorpusImages(engine);
        images.makeBase(wanted);
        runner = new CorpusRunner(engine, images, RUNS);
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        assertThat(wanted).as("cases named [%s]", only).isNotEmpty();
        // all are begun at once, two at a time; each test then waits for its own
        List<Future<CaseResult>> begun = wanted.stream()
                .map(one -> threads.submit(() -> runner.run(one)))
                .toList();
        Stream<DynamicTest> cases = IntStream.range(0, wanted.size())
                .mapToObj(index -> dynamicTest(wanted.get(index).name(), () -> {
                    CaseResult result = begun.get(index).get();
                    results.add(result);
                    assertThat(result.problems()).as(result.wanted().title()).isEmpty();
                }));
        return only.isEmpty() ? Stream.concat(cases, Stream.of(dynamicTest("score", this::score))) : cases;
    }

    /** Comes last: every case has its result by then. */
    private void score() throws IOException {
        Score score = Score.of(results);
        String page = DetectionPage.render(score);
        if (Boolean.getBoolean("nodestart.generate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(score).matches(Score::met, "meets the goals");
        assertThat(PAGE).as("run with -Dnodestart.generate=true").hasContent(page);
    }
}
