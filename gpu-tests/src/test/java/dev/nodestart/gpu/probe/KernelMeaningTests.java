package dev.nodestart.gpu.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernels compute, on a machine without a GPU: their own text, run step by step. */
class KernelMeaningTests {

    private static final int BLOCKS = 3;
    private static final int THREADS = 8;
    private static final int N = 1001; // no multiple of the grid
    private static final int A = 0;
    private static final int B = 8192;
    private static final int C = 16384;

    private final Random random = new Random(5);
    private PtxMachine machine;

    @BeforeEach
    void machine() throws IOException {
        machine = new PtxMachine(Files.readString(Native.folder("main").resolve("kernels.ptx")), 32768);
        for (int i = 0; i < 32768; i += 4) {
            machine.memory().putInt(i, random.nextInt());
        }
    }

    @Test
    void vaddAddsEveryElementAndTouchesNoOther() {
        for (int i = 0; i < N; i++) {
            machine.memory().putFloat(A + 4 * i, random.nextFloat()).putFloat(B + 4 * i, random.nextFloat() * 100);
        }
        int behind = machine.memory().getInt(C + 4 * N);
        machine.launch("vadd", BLOCKS, THREADS, A, B, C, N);

        for (int i = 0; i < N; i++) {
            assertThat(machine.memory().getFloat(C + 4 * i))
                    .isEqualTo(machine.memory().getFloat(A + 4 * i)
                            + machine.memory().getFloat(B + 4 * i));
        }
        assertThat(machine.memory().getInt(C + 4 * N)).isEqualTo(behind);
    }

    @Test
    void hashIsTheOneOfTheProbe() {
        machine.launch("hash", BLOCKS, THREADS, C, N, 0xdeadbeefL);

        for (int i = 0; i < N; i++) {
            assertThat(machine.memory().getInt(C + 4 * i)).isEqualTo(mix(i ^ 0xdeadbeef));
        }
    }

    @Test
    void fmaIsAChainOf64() {
        for (int i = 0; i < N; i++) {
            machine.memory().putFloat(A + 4 * i, random.nextFloat());
        }
        machine.launch("fma", BLOCKS, THREADS, A, C, N);

        for (int i = 0; i < N; i++) {
            float x = machine.memory().getFloat(A + 4 * i);
            float y = x;
            for (int step = 0; step < 64; step++) {
                y = Math.fma(y, x, 0.5f);
            }
            assertThat(machine.memory().getFloat(C + 4 * i)).isEqualTo(y);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2654435761L, 0})
    void patternIsWrittenAndEveryWrongWordIsCounted(long multiplier) {
        int mask = 0x55555555;
        machine.launch("pattern_write", BLOCKS, THREADS, A, N, multiplier, mask);

        for (int i = 0; i < N; i++) {
            assertThat(machine.memory().getInt(A + 4 * i)).isEqualTo((int) (i * multiplier) ^ mask);
        }
        assertThat(verify(multiplier, mask)).containsExactly(0, -1);
        machine.memory().putInt(A + 4 * 700, ~machine.memory().getInt(A + 4 * 700));
        machine.memory().putInt(A + 4 * 33, machine.memory().getInt(A + 4 * 33) ^ 1);
        assertThat(verify(multiplier, mask)).containsExactly(2, 33);
    }

    private long[] verify(long multiplier, long mask) {
        machine.memory().putLong(C, 0).putLong(C + 8, -1);
        machine.launch("pattern_verify", BLOCKS, THREADS, A, N, multiplier, mask, C, C + 8);
        return new long[] {machine.memory().getLong(C), machine.memory().getLong(C + 8)};
    }

    @Test
    void copyReadAndWriteReachEveryPiece() {
        int pieces = 4 * BLOCKS * THREADS * 2; // two rounds of the whole grid
        int words = pieces * 4;
        machine.launch("copy16", BLOCKS, THREADS, C, A, pieces);
        int sum = 7;
        for (int i = 0; i < words; i++) {
            assertThat(machine.memory().getInt(C + 4 * i))
                    .isEqualTo(machine.memory().getInt(A + 4 * i));
            sum += machine.memory().getInt(A + 4 * i);
        }

        machine.memory().putInt(B, 7);
        machine.launch("read16", BLOCKS, THREADS, A, pieces, B);
        assertThat(machine.memory().getInt(B)).isEqualTo(sum);

        int behind = machine.memory().getInt(C + 4 * words);
        machine.launch("write16", BLOCKS, THREADS, C, pieces, 0xcafe);
        for (int i = 0; i < words; i++) {
            assertThat(machine.memory().getInt(C + 4 * i)).isEqualTo(0xcafe);
        }
        assertThat(machine.memory().getInt(C + 4 * words)).isEqualTo(behind);
    }

    private static int mix(int value) {
        int h = value ^ value >>> 16;
        h *= 0x7feb352d;
        h ^= h >>> 15;
        h *= 0x846ca68b;
        return h ^ h >>> 16;
    }
}
