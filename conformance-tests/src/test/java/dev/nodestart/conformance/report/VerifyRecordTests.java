package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nodestart.conformance.Verdict;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.recording.Recording;
import dev.nodestart.emulator.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerifyRecordTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void loadGivesTheSameReports(Verifications verification) throws IOException {
        VerifyResult result = verification.result();
        Recording.at(folder).save(result.launch());
        VerifyRecord.save(folder, result);

        VerifyResult loaded = VerifyRecord.load(folder);

        for (ReportWriter writer : new ReportWriter[] {new ConsoleReport(Style.plain()), new JsonReport()}) {
            String before =
                    text(writer, result).replace(result.launch().recording().toString(), folder.toString());
            assertThat(text(writer, loaded)).isEqualTo(before);
        }
    }

    @Test
    void saveKeepsHowLongTheDiagnosisTook() throws IOException {
        VerifyRecord.save(folder, Verifications.DOES_NOT_BOOT.result(), Optional.of(Duration.ofMillis(83)));

        assertThat(Files.readString(folder.resolve("verify.json"))).contains("\"diagnosis_ms\" : 83");
    }

    @Test
    void loadWhenTheRunWasNotVerifiedTellsOfTheLaunchAlone() {
        Recording.at(folder).save(Verifications.WORKS.result().launch());

        VerifyResult loaded = VerifyRecord.load(folder);

        assertThat(loaded.verdict()).isEqualTo(Verdict.WORKS);
        assertThat(loaded.checks()).isEmpty();
    }

    @Test
    void loadWhenTheFolderIsNoRecordingNamesTheFolder() {
        assertThatThrownBy(() -> VerifyRecord.load(folder))
                .isInstanceOf(RecordingException.class)
                .hasMessage("The folder [" + folder + "] is not the recording of a run: it has no launch.json.");
    }

    @Test
    void loadWhenTheRecordIsDamagedNamesTheFile() throws IOException {
        Recording.at(folder).save(Verifications.WORKS.result().launch());
        Files.writeString(folder.resolve("verify.json"), "{\"verdict\": \"MAYBE\"}");

        assertThatThrownBy(() -> VerifyRecord.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The recording [" + folder.resolve("verify.json") + "] is damaged: ")
                .hasMessageContaining("MAYBE");
    }

    private static String text(ReportWriter writer, VerifyResult result) throws IOException {
        StringBuilder text = new StringBuilder();
        writer.write(result, text);
        return text.toString();
    }
}
