package dev.nodestart.emulator.registry;

import java.util.List;

/**
 * What a registry says of an image before a layer is fetched.
 *
 * @param reference the image that was asked for
 * @param digest of what the reference points to: the index, where there is one
 * @param mediaType of what the reference points to
 * @param offered the platforms of an index; the image's own where it is not an index
 * @param platform the one that was chosen
 * @param manifestDigest digest of the chosen platform's manifest; equals {@code digest} where there is no index
 * @param layerSizes compressed sizes in bytes, base layer first; empty for a manifest of schema 1, which has none
 */
public record ManifestInfo(
        ImageReference reference,
        String digest,
        String mediaType,
        List<Platform> offered,
        Platform platform,
        String manifestDigest,
        List<Long> layerSizes) {

    public ManifestInfo {
        offered = List.copyOf(offered);
        layerSizes = List.copyOf(layerSizes);
    }

    /** What has to be fetched at most, in bytes. */
    public long compressedSize() {
        return layerSizes.stream().mapToLong(Long::longValue).sum();
    }

    /** How many layers there are; 0 where the manifest does not say. */
    public int layerCount() {
        return layerSizes.size();
    }
}
