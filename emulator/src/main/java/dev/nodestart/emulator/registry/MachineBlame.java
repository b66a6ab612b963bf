package dev.nodestart.emulator.registry;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells where a pull that failed says nothing of the image, because the engine's machine is in the way. Pure. */
public final class MachineBlame {
    /** They are there: a name service that does not know them knows nothing of the world outside. */
    private static final Set<String> PUBLIC = Set.of(
            "docker.io",
            "registry-1.docker.io",
            "ghcr.io",
            "quay.io",
            "gcr.io",
            "public.ecr.aws",
            "mcr.microsoft.com",
            "registry.k8s.io");

    /** A name service that says nothing, as engines word it; one that does not know a name answers. */
    private static final Pattern SILENT = Pattern.compile(
            "lookup \\S+(?: on \\S+)?: (?!no such host).*(?:server misbehaving|i/o timeout|connection refused|unreachable)"
                    + "|temporary failure in name resolution",
            Pattern.CASE_INSENSITIVE);

    private MachineBlame() {}

    /** What is wrong with the machine, and what to do; empty where the failure is not the machine's. */
    public static Optional<String> sentence(ImageReference reference, PullFailure failure) {
        if (failure.kind().blamesThisMachine()) {
            return Optional.of(failure.message());
        }
        if (SILENT.matcher(failure.detail()).find()) {
            return Optional.of(cutOff(reference, failure, "does not answer"));
        }
        return failure.kind() == PullFailureKind.NO_SUCH_HOST
                        && PUBLIC.contains(reference.registry().toLowerCase(Locale.ROOT))
                ? Optional.of(
                        cutOff(reference, failure, "does not know [" + reference.registry() + "], which is there"))
                : Optional.empty();
    }

    private static String cutOff(ImageReference reference, PullFailure failure, String how) {
        String detail = failure.detail().isEmpty() ? "" : " [" + failure.detail() + "]";
        return "The image [" + reference + "] cannot be fetched: the name service of the engine's machine " + how
                + ". Was it built here? Then correct its name: [docker images] lists what the engine has. Else give the"
                + " machine a network, or load the image with [docker load]." + detail;
    }
}
