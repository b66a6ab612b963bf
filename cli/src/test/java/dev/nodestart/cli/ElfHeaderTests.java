package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Given a program's first bytes, when its header is read, then it tells where the program runs. */
class ElfHeaderTests {
    private static final int LOAD = 1;
    private static final int INTERPRETER = 3;

    @Test
    void ofProgramWithoutInterpreterIsStatic() {
        assertThat(ElfHeader.of(program(62, LOAD, LOAD))).hasValueSatisfying(elf -> {
            assertThat(elf.isStatic()).isTrue();
            assertThat(elf.runsOn("amd64")).isTrue();
            assertThat(elf.runsOn("arm64")).isFalse();
        });
    }

    @Test
    void ofProgramWithInterpreterIsNotStatic() {
        assertThat(ElfHeader.of(program(183, LOAD, INTERPRETER, LOAD))).hasValueSatisfying(elf -> {
            assertThat(elf.isStatic()).isFalse();
            assertThat(elf.runsOn("arm64")).isTrue();
            assertThat(elf.runsOn("s390x")).isFalse();
        });
    }

    @Test
    void ofScriptAndOfHalfAProgramIsEmpty() {
        assertThat(ElfHeader.of("#!/bin/sh\n".repeat(20).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        byte[] program = program(62, LOAD, LOAD);
        assertThat(ElfHeader.of(Arrays.copyOf(program, program.length - 1))).isEmpty();
        assertThat(ElfHeader.of(new byte[0])).isEmpty();
    }

    private static byte[] program(int machine, int... segments) {
        ByteBuffer bytes = ByteBuffer.allocate(64 + 56 * segments.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0, 0x464c457f).put(4, (byte) 2).put(5, (byte) 1);
        bytes.putShort(18, (short) machine).putLong(32, 64).putShort(56, (short) segments.length);
        for (int i = 0; i < segments.length; i++) {
            bytes.putInt(64 + 56 * i, segments[i]);
        }
        return bytes.array();
    }
}
