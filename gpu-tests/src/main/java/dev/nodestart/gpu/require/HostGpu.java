package dev.nodestart.gpu.require;

import dev.nodestart.gpu.data.Version;
import java.util.Optional;

/**
 * What a requirement can ask of a host.
 *
 * @param cuda the CUDA version of the driver's API
 * @param driver the driver's version
 * @param arch the GPU's compute capability
 * @param brand the GPU's brand, such as {@code tesla}
 */
public record HostGpu(
        Optional<Version> cuda, Optional<Version> driver, Optional<Version> arch, Optional<String> brand) {

    /** A host of which only the driver is known. */
    public static HostGpu ofDriver(Version driver, Optional<Version> cuda) {
        return new HostGpu(cuda, Optional.of(driver), Optional.empty(), Optional.empty());
    }
}
