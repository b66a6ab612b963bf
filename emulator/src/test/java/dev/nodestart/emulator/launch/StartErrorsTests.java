package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom an engine's refusal to start a container blames. */
class StartErrorsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OCI runtime create failed: exec: \"/bin/sh\": stat /bin/sh: no such file or directory: unknown",
                "standard_init_linux.go:228: exec user process caused: exec format error",
                "OCI runtime create failed: exec: \"/bin/sh\": permission denied: unknown",
                "unable to find user nobody2: no matching entries in passwd file",
                "unable to find group staff2: no matching entries in group file",
                "OCI runtime create failed: error mounting \"/x\" to rootfs at \"/proc\": \"/x/merged/proc\" cannot be"
                        + " mounted because it is not of type proc: unknown"
            })
    void blameTheImageWhenItsShellCannotRun(String reason) {
        assertThat(StartErrors.blameTheImage(reason)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "driver failed programming external connectivity on endpoint x: iptables: permission denied",
                "cgroups: cannot find cgroup mount destination: no such file or directory",
                "write /var/lib/docker/x: no space left on device",
                "something else"
            })
    void blameTheImageWhenTheEngineIsInTroubleIsFalse(String reason) {
        assertThat(StartErrors.blameTheImage(reason)).isFalse();
    }
}
