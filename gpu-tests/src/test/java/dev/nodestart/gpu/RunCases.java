package dev.nodestart.gpu;

import static dev.nodestart.gpu.GpuCase.errs;
import static dev.nodestart.gpu.GpuCase.fails;
import static dev.nodestart.gpu.GpuCase.passes;
import static dev.nodestart.gpu.GpuCase.skips;

import dev.nodestart.emulator.model.GpuWay;
import java.util.List;
import java.util.stream.Stream;

/** What nodes see that were given less, and stages of the probe that end otherwise than their lines say. */
final class RunCases {
    private static final GpuFacts H200 = GpuFacts.h200();
    private static final String COMPUTED = "{\"stage\":\"compute\",\"device\":0,\"ended\":\"exit\",\"code\":0";
    private static final String D2D = "\"gbps\":4280.0";
    private static final String ONE_DEVICE =
            "{\\\"fact\\\":\\\"device\\\",\\\"stage\\\":\\\"cuda\\\",\\\"device\\\":0,\\\"uuid\\\":\\\"GPU-5\\\"}\\n";

    private RunCases() {}

    static List<GpuCase> all() {
        return Stream.of(restricted(), stages()).flatMap(List::stream).toList();
    }

    private static String nodes(String ofOne, String ofNone) {
        return "{\"nodes\":[{\"asked\":\"1\",\"probe\":\"" + ofOne + "\"},{\"asked\":\"none\",\"probe\":\"" + ofNone
                + "\"}]}";
    }

    private static List<GpuCase> restricted() {
        return List.of(
                passes(
                        "G32",
                        "one by its UUID",
                        H200.given("GPU-51111111-0000-0000-0000-000000000000", GpuWay.CDI),
                        "As it should be, the node was given [GPU-51111111-0000-0000-0000-000000000000] and sees [GPU-51111111-0000-0000-0000-000000000000]."),
                fails(
                        "G32",
                        "another one",
                        H200.given("GPU-6", GpuWay.CDI),
                        "Not what was given: the node was given [GPU-6] and sees [GPU-51111111-0000-0000-0000-000000000000]."),
                passes(
                        "G32",
                        "other nodes",
                        H200.tried(GpuCheck.RESTRICTED, nodes(ONE_DEVICE, "")),
                        "As it should be, another node was given [1] and sees [GPU-5]; another node was given [none] and sees []."),
                errs(
                        "G32",
                        "a node without any sees one",
                        H200.tried(GpuCheck.RESTRICTED, nodes(ONE_DEVICE, ONE_DEVICE)),
                        "Not the image, the machine: it does not keep devices apart, another node was given [none] and sees [GPU-5]."),
                errs(
                        "G32",
                        "a node that does not start",
                        H200.tried(GpuCheck.RESTRICTED, "{\"nodes\":[{\"asked\":\"1\",\"error\":\"refused\"}]}"),
                        "A node that was to get [1] did not start: refused."),
                skips(
                        "G32",
                        "all, and no other node",
                        H200,
                        "All devices were asked for; [--gpu-level full] launches nodes with one and with none."));
    }

    private static List<GpuCase> stages() {
        return List.of(
                fails(
                        "G21",
                        "a stage that says its data is wrong",
                        H200.probe(COMPUTED, COMPUTED.replace("\"code\":0", "\"code\":4")),
                        "Computing did not come to a good end on device 0: code 4."),
                errs(
                        "G34",
                        "a stage that says its data is wrong",
                        H200.probe(COMPUTED, COMPUTED.replace("\"code\":0", "\"code\":4")),
                        "Nothing is proved: not every device computed without an error."),
                fails(
                        "G21",
                        "a library that ends the process",
                        H200.probe(COMPUTED, COMPUTED.replace("\"exit\",\"code\":0", "\"left\",\"code\":null")),
                        "Computing was ended on device 0 by a library that left the process."),
                fails(
                        "G21",
                        "an end that is none",
                        H200.probe(COMPUTED, COMPUTED.replace("\"exit\"", "\"well\"")),
                        "Computing ended on device 0 in a way that nobody knows."),
                fails(
                        "G23",
                        "a test that finds nothing",
                        H200.probe(
                                "\"pattern\":\"address\",\"errors\":0",
                                "\"pattern\":\"address\",\"control\":false,\"errors\":0"),
                        "The memory test finds nothing: device 0, pattern address: a word that was made wrong on purpose was not found."),
                GpuCase.warns(
                        "G24",
                        "a copy that is fast and wrong",
                        H200.probe(D2D, D2D + ",\"wrong\":2"),
                        "Copies do not arrive as they were: [device 0 d2d: 2 words]."));
    }
}
