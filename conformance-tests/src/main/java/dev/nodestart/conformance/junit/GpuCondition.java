package dev.nodestart.conformance.junit;

import dev.nodestart.emulator.gpu.GpuOffer;
import dev.nodestart.emulator.gpu.GpuWish;
import dev.nodestart.emulator.launch.EngineAccess;
import dev.nodestart.emulator.launch.EngineOffer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Behind {@link RequiresGpu}: asks the engine once in a test run. */
final class GpuCondition implements ExecutionCondition {
    private static final Namespace NAMESPACE = Namespace.create(GpuCondition.class);

    private final Supplier<EngineAccess> engine;

    GpuCondition() {
        this(TestcontainersEngine::connect);
    }

    GpuCondition(Supplier<EngineAccess> engine) {
        this.engine = engine;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(GpuCondition.class, key -> look(), ConditionEvaluationResult.class);
    }

    private ConditionEvaluationResult look() {
        try (EngineLease lease = new EngineLease(engine.get())) {
            GpuOffer offer = EngineOffer.of(lease.access().engine(), GpuWish.NONE.in(System.getenv()));
            return judge(offer);
        } catch (NoEngineException e) {
            return ConditionEvaluationResult.disabled("No container engine answers: " + e.getMessage());
        }
    }

    /** Only what the engine or its files say counts: trying would cost every test run a container. */
    static ConditionEvaluationResult judge(GpuOffer offer) {
        return offer.certain().stream()
                .findFirst()
                .map(way ->
                        ConditionEvaluationResult.enabled("The engine gives GPUs by way of [" + way.reportName() + "]"))
                .orElseGet(() -> ConditionEvaluationResult.disabled(
                        "No GPU: the engine names neither CDI devices nor an NVIDIA runtime, and this machine has no"
                                + " NVIDIA device nodes"));
    }

    private record EngineLease(EngineAccess access) implements AutoCloseable {
        @Override
        public void close() {
            access.engine().close();
        }
    }
}
