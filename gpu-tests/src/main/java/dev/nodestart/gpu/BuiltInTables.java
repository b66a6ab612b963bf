package dev.nodestart.gpu;

import dev.nodestart.gpu.data.CudaTables;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tables that come with Nodestart, read when a check first looks into them: to list the checks needs none. */
final class BuiltInTables implements Supplier<CudaTables> {
    @Nullable
    private CudaTables tables;

    @Override
    public synchronized CudaTables get() {
        if (tables == null) {
            tables = CudaTables.builtIn();
        }
        return tables;
    }
}
