package dev.nodestart.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What the header of a 64-bit Linux program says.
 *
 * @param machine the processor's number in the ELF format
 * @param isStatic whether it names no program interpreter, so needs no library
 */
record ElfHeader(int machine, boolean isStatic) {
    private static final int MAGIC = 0x464c457f;
    private static final int SIZE = 64;
    private static final int SEGMENT_SIZE = 56;
    private static final int INTERPRETER = 3;
    private static final int X86_64 = 62;
    private static final int ARM_64 = 183;

    /** Empty for what is no little-endian 64-bit program. */
    static Optional<ElfHeader> of(byte[] program) {
        ByteBuffer bytes = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        if (program.length < SIZE || bytes.getInt(0) != MAGIC || program[4] != 2 || program[5] != 1) {
            return Optional.empty();
        }
        long segments = bytes.getLong(32);
        int count = Short.toUnsignedInt(bytes.getShort(56));
        if (segments < SIZE || segments + (long) count * SEGMENT_SIZE > program.length) {
            return Optional.empty();
        }
        boolean isStatic = true;
        for (int i = 0; i < count; i++) {
            isStatic &= bytes.getInt((int) segments + i * SEGMENT_SIZE) != INTERPRETER;
        }
        return Optional.of(new ElfHeader(Short.toUnsignedInt(bytes.getShort(18)), isStatic));
    }

    /** Whether it is for an architecture as images name them. */
    boolean runsOn(String architecture) {
        return switch (architecture) {
            case "amd64" -> machine == X86_64;
            case "arm64" -> machine == ARM_64;
            default -> false;
        };
    }
}
