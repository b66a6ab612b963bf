package dev.nodestart.emulator.registry;

/** What came of asking a registry about an image. */
public sealed interface Inspection {

    /**
     * The registry described an image that a node can run.
     *
     * @param info the description
     */
    record Found(ManifestInfo info) implements Inspection {}

    /**
     * The image cannot be pulled, or could not be looked at from here.
     *
     * @param failure why; see {@link PullFailure#isFinal()} for whether the engine need still be asked
     */
    record Failed(PullFailure failure) implements Inspection {}
}
