package dev.nodestart.emulator.testing.registry;

import dev.nodestart.emulator.registry.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** An image that holds nothing but random bytes: it can be pulled and unpacked, but not run. */
final class SyntheticImage {

    /** A blob of a registry. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Blob(String digest, byte[] bytes) {
        static Blob of(byte[] bytes) {
            return new Blob(sha256(bytes), bytes);
        }
    }

    private final Blob config;
    private final List<Blob> layers;

    private SyntheticImage(Blob config, List<Blob> layers) {
        this.config = config;
        this.layers = layers;
    }

    /** An image whose layers hold that many random bytes each; the same seed gives the same image. */
    static SyntheticImage of(Platform platform, int layers, int bytesPerLayer, long seed) {
        Random random = new Random(seed);
        List<byte[]> tars = IntStream.range(0, layers)
                .mapToObj(number -> tar("layer-" + seed + "-" + number, random(random, bytesPerLayer)))
                .toList();
        String variant = platform.variant().isEmpty() ? "" : "\"variant\":\"" + platform.variant() + "\",";
        String config = """
                {"os":"%s","architecture":"%s",%s"config":{},"rootfs":{"type":"layers","diff_ids":[%s]}}""".formatted(
                        platform.os(),
                        platform.architecture(),
                        variant,
                        tars.stream().map(tar -> "\"" + sha256(tar) + "\"").collect(Collectors.joining(",")));
        return new SyntheticImage(
                Blob.of(config.getBytes(StandardCharsets.UTF_8)),
                tars.stream().map(tar -> Blob.of(gzip(tar))).toList());
    }

    List<Blob> layers() {
        return layers;
    }

    List<Blob> blobs() {
        List<Blob> blobs = new ArrayList<>(layers);
        blobs.add(config);
        return blobs;
    }

    byte[] manifest(ManifestStyle style) {
        String entries =
                layers.stream().map(layer -> descriptor(style.layerType, layer)).collect(Collectors.joining(","));
        return """
                {"schemaVersion":2,"mediaType":"%s","config":%s,"layers":[%s]}""".formatted(style.manifestType, descriptor(style.configType, config), entries)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String descriptor(String type, Blob blob) {
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
                .formatted(type, blob.digest(), blob.bytes().length);
    }

    private static byte[] random(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] tar(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            entry.setModTime(0L);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return bytes.toByteArray();
    }

    static String sha256(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
