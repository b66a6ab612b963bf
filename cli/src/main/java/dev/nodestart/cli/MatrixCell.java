package dev.nodestart.cli;

import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.VerifyResult;
import java.util.List;
import java.util.stream.Stream;

/**
 * One image on one line.
 *
 * @param image as the user named it
 * @param line such as {@code 15.4}
 * @param result what came of it
 */
record MatrixCell(String image, String line, VerifyResult result) {

    /** What is certainly bad outweighs what is not known. */
    static int exitCode(List<MatrixCell> cells) {
        List<Verdict> verdicts =
                cells.stream().map(cell -> cell.result().verdict()).toList();
        return Stream.of(Verdict.DOES_NOT_BOOT, Verdict.DEGRADED, Verdict.INCONCLUSIVE)
                .filter(verdicts::contains)
                .mapToInt(Verdict::exitCode)
                .findFirst()
                .orElse(0);
    }
}
