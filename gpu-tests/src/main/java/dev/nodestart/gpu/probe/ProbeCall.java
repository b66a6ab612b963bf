package dev.nodestart.gpu.probe;

import java.util.OptionalInt;

/**
 * A call of the driver and what it gave.
 *
 * @param function such as {@code cuInit} or {@code nvmlInit_v2}
 * @param stage the stage that called it
 * @param device the device that it was about; empty where about none
 * @param code the library's own; empty where it lacks the function
 * @param name of the code, such as {@code CUDA_ERROR_NO_DEVICE}
 * @param ms how long it took, in milliseconds
 */
public record ProbeCall(String function, String stage, OptionalInt device, OptionalInt code, String name, double ms) {

    /** Whether it did not give success. */
    public boolean failed() {
        return code.isEmpty() || code.getAsInt() != 0;
    }
}
