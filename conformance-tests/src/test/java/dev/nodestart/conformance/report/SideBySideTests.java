package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTests {
    private final List<ReportRequest> requests = IntStream.range(0, 20)
            .mapToObj(number -> new ReportRequest(new TapReport(), Path.of("report-" + number)))
            .toList();
    private final Set<ReportRequest> written = ConcurrentHashMap.newKeySet();

    @Test
    void writeGivesEachRequestToTheWriter() {
        SideBySide.write(requests, written::add);
        assertThat(written).containsExactlyInAnyOrderElementsOf(requests);
    }

    @Test
    void writeWhenSomeFailThrowsWhatTheFirstOfThemThrewAndWritesTheOthers() {
        assertThatThrownBy(() -> SideBySide.write(requests, request -> {
                    int number = requests.indexOf(request);
                    if (number == 7 || number == 13) {
                        throw new IllegalStateException("No room for number [" + number + "].");
                    }
                    written.add(request);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No room for number [7].");
        assertThat(written).hasSize(18);
    }

    @Test
    void writeWithoutRequestsDoesNothing() {
        SideBySide.write(List.of(), written::add);
        assertThat(written).isEmpty();
    }
}
