package dev.nodestart.emulator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedRulesTests {
    @Test
    void ofTakesSeveralFlagsAndLists() {
        AllowedRules allowed = AllowedRules.of(List.of("size, graviton", "unknown-key"));

        assertThat(allowed.rules()).containsExactlyInAnyOrder(SpecRule.SIZE, SpecRule.GRAVITON, SpecRule.UNKNOWN_KEY);
        assertThat(allowed.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "json-syntax", "script-count", "SIZE", ""})
    void ofWhenIdIsUnknownNamesTheKnownOnes(String id) {
        List<SpecProblem> problems = AllowedRules.of(List.of(id)).problems();

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message()).isEqualTo("No rule [%s] can be allowed with --allow.".formatted(id));
        assertThat(problems.get(0).advice())
                .isEqualTo("Known rules: access-mode-conf, autoscale, autotermination, basic-auth, custom-tags,"
                        + " ebs-volume, file-script, genomics-runtime, global-script-size, graviton, image-url, kind,"
                        + " light-runtime, log-destination, ml-runtime, node-type, num-workers, script-destination,"
                        + " script-location, script-map, script-region, size, size-twice, ssh-keys, standard-compute,"
                        + " unknown-key.");
    }

    @Test
    void parseWhenAllowNamesNoRuleIsInvalid() {
        assertThat(Call.good().parse("nonsense")).isInstanceOf(SpecResult.Invalid.class);
    }

    @Test
    void applyMakesWarningsOfAllowedErrorsOnly() {
        SpecProblem map = SpecProblem.of(SpecRule.SCRIPT_MAP, "", "a", "");
        SpecProblem flag = SpecProblem.of(SpecRule.FLAG, "", "b", "");

        assertThat(AllowedRules.of(List.of("script-map")).apply(List.of(map, flag)))
                .containsExactly(map.asWarning(), flag);
    }
}
