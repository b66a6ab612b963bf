/** The requirements that an image declares in {@code NVIDIA_REQUIRE_*}, evaluated here because no toolkit does any more. */
@NullMarked
package dev.nodestart.gpu.require;

import org.jspecify.annotations.NullMarked;
