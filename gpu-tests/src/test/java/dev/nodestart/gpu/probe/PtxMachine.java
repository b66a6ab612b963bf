package dev.nodestart.gpu.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the probe's kernels as they are written, thread by thread, on the processor: as much of PTX as they use and not a
 * word more. What it does not know it refuses, so that a kernel cannot pass by being misread.
 */
final class PtxMachine {

    /** No kernel here needs more steps a thread; a loop that does not end is ended. */
    private static final int STEPS = 1_000_000;

    private static final Pattern ENTRY =
            Pattern.compile("\\.visible \\.entry (\\w+)\\(([^)]*)\\)\\s*\\{(.*?)\\n\\}", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("(?:@(%\\w+) )?([a-z][\\w.]*)\\s*(.*);");

    private record Instruction(String guard, String operation, List<String> operands) {}

    private record Kernel(List<String> parameters, List<Instruction> code, Map<String, Integer> labels) {}

    private final Map<String, Kernel> kernels = new HashMap<>();
    private final ByteBuffer memory;

    PtxMachine(String text, int bytes) {
        memory = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        Matcher entries = ENTRY.matcher(text.replaceAll("//[^\n]*", ""));
        while (entries.find()) {
            kernels.put(entries.group(1), kernel(entries.group(2), entries.group(3)));
        }
    }

    ByteBuffer memory() {
        return memory;
    }

    /** Runs a kernel on a grid; addresses are offsets in the memory. */
    void launch(String name, int blocks, int threads, long... arguments) {
        Kernel kernel = Objects.requireNonNull(kernels.get(name), name);
        if (kernel.parameters().size() != arguments.length) {
            throw new IllegalArgumentException(name + " takes " + kernel.parameters());
        }
        for (int block = 0; block < blocks; block++) {
            for (int thread = 0; thread < threads; thread++) {
                Map<String, Long> registers = new HashMap<>(Map.of(
                        "%ctaid.x",
                        (long) block, "%nctaid.x", (long) blocks, "%ntid.x", (long) threads, "%tid.x", (long) thread));
                for (int i = 0; i < arguments.length; i++) {
                    registers.put("[" + kernel.parameters().get(i) + "]", arguments[i]);
                }
                run(kernel, registers);
            }
        }
    }

    private static Kernel kernel(String parameters, String body) {
        List<String> names = new ArrayList<>();
        Matcher parameter = Pattern.compile("\\.param \\.u(?:32|64) (\\w+)").matcher(parameters);
        while (parameter.find()) {
            names.add(parameter.group(1));
        }
        List<Instruction> code = new ArrayList<>();
        Map<String, Integer> labels = new HashMap<>();
        body.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith(".reg"))
                .forEach(line -> {
                    Matcher instruction = LINE.matcher(line);
                    if (line.endsWith(":")) {
                        labels.put(line.substring(0, line.length() - 1), code.size());
                    } else if (instruction.matches()) {
                        String guard = instruction.group(1) == null ? "" : instruction.group(1);
                        code.add(new Instruction(guard, instruction.group(2), operands(instruction.group(3))));
                    } else {
                        throw new IllegalArgumentException("[" + line + "] is not understood.");
                    }
                });
        return new Kernel(names, code, labels);
    }

    /** Split at commas, but not at those of a vector in braces. */
    private static List<String> operands(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",\\s*(?![^{]*\\})"));
    }

    private void run(Kernel kernel, Map<String, Long> registers) {
        int at = 0;
        for (int step = 0; step < STEPS; step++) {
            Instruction instruction = kernel.code().get(at++);
            if (!instruction.guard().isEmpty() && value(instruction.guard(), registers) == 0) {
                continue;
            }
            if (instruction.operation().equals("ret")) {
                return;
            }
            if (instruction.operation().equals("bra")) {
                at = Objects.requireNonNull(
                        kernel.labels().get(instruction.operands().get(0)));
            } else {
                execute(instruction, registers);
            }
        }
        throw new IllegalStateException("a thread did not end");
    }

    private void execute(Instruction instruction, Map<String, Long> registers) {
        List<String> operands = instruction.operands();
        String operation = instruction.operation();
        if (operation.startsWith("st.global")) {
            int address = address(operands.get(0), registers);
            for (String value : vector(operands.get(1))) {
                memory.putInt(address, (int) value(value, registers));
                address += 4;
            }
            return;
        }
        if (operation.startsWith("ld.global")) {
            int address = address(operands.get(1), registers);
            for (String target : vector(operands.get(0))) {
                registers.put(target, Integer.toUnsignedLong(memory.getInt(address)));
                address += 4;
            }
            return;
        }
        if (operation.startsWith("atom.global")) {
            registers.put(
                    operands.get(0),
                    atomic(operation, address(operands.get(1), registers), value(operands.get(2), registers)));
            return;
        }
        long a = value(operands.get(1), registers);
        long b = operands.size() > 2 ? value(operands.get(2), registers) : 0;
        long c = operands.size() > 3 ? value(operands.get(3), registers) : 0;
        registers.put(operands.get(0), compute(operation, a, b, c));
    }

    private static long compute(String operation, long a, long b, long c) {
        return switch (operation) {
            case "ld.param.u64", "cvta.to.global.u64", "mov.u32", "mov.f32", "cvt.u64.u32" -> a;
            case "ld.param.u32", "cvt.u32.u64" -> a & 0xffffffffL;
            case "mul.wide.u32" -> a * b;
            case "mul.lo.u32" -> a * b & 0xffffffffL;
            case "add.u64" -> a + b;
            case "add.u32" -> a + b & 0xffffffffL;
            case "xor.b32" -> a ^ b;
            case "shl.b64" -> a << b;
            case "shl.b32" -> a << b & 0xffffffffL;
            case "shr.u32", "shr.u64" -> a >>> b;
            case "setp.ge.u64" -> Long.compareUnsigned(a, b) >= 0 ? 1 : 0;
            case "setp.lt.u32" -> a < b ? 1 : 0;
            case "setp.eq.u32" -> a == b ? 1 : 0;
            case "add.rn.f32" -> bits(real(a) + real(b));
            case "fma.rn.f32" -> bits(Math.fma(real(a), real(b), real(c)));
            default -> throw new IllegalArgumentException("[" + operation + "] is not known here.");
        };
    }

    private long atomic(String operation, int address, long value) {
        boolean wide = operation.endsWith("64");
        long old = wide ? memory.getLong(address) : Integer.toUnsignedLong(memory.getInt(address));
        long now = switch (operation) {
            case "atom.global.add.u64", "atom.global.add.u32" -> old + value;
            case "atom.global.min.u64" -> Long.compareUnsigned(old, value) < 0 ? old : value;
            default -> throw new IllegalArgumentException("[" + operation + "] is not known here.");
        };
        if (wide) {
            memory.putLong(address, now);
        } else {
            memory.putInt(address, (int) now);
        }
        return old;
    }

    private static int address(String operand, Map<String, Long> registers) {
        return Math.toIntExact(value(operand.substring(1, operand.length() - 1), registers));
    }

    private static List<String> vector(String operand) {
        return operand.startsWith("{") ? operands(operand.substring(1, operand.length() - 1)) : List.of(operand);
    }

    private static long value(String operand, Map<String, Long> registers) {
        if (operand.startsWith("0f")) {
            return Long.parseLong(operand.substring(2), 16);
        }
        if (Character.isDigit(operand.charAt(0))) {
            return Long.decode(operand);
        }
        Long value = registers.get(operand);
        if (value == null) {
            throw new IllegalStateException("[" + operand + "] is read before it is written.");
        }
        return value;
    }

    private static float real(long bits) {
        return Float.intBitsToFloat((int) bits);
    }

    private static long bits(float value) {
        return Integer.toUnsignedLong(Float.floatToRawIntBits(value));
    }
}
