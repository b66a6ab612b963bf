package dev.nodestart.benchmarks;

import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.ReportFormats;
import java.io.IOException;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Rendering of a result of 1,000 checks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReportBenchmark {
    private final VerifyResult result = SampleResult.of(1000);

    /** The format. */
    @Param({"console", "json", "junit", "sarif", "html", "markdown", "tap"})
    public String format = "console";

    /** Renders it. */
    @Benchmark
    public String render() throws IOException {
        StringWriter text = new StringWriter();
        ReportFormats.named(format).write(result, text);
        return text.toString();
    }
}
