/** What a registry says of an image before its layers are fetched, and what its refusals mean. */
@NullMarked
package dev.nodestart.emulator.registry;

import org.jspecify.annotations.NullMarked;
