package dev.nodestart.emulator.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a build inside a container needs of this machine to reach packages as this machine does: its certificate
 * authorities, proxies, package sources and pip settings. Written into the build context's folder {@code host} only.
 */
final class HostSettings {

    /** Where the build sees the folder; the Dockerfile reads {@code settings.sh} in it where it is there. */
    static final String IN_BUILD = "/tmp/build/host";

    private static final List<String> PROXIES = List.of(
            "http_proxy", "https_proxy", "no_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY");
    /** Those pip settings that say how to reach an index, and none that say where to put things. */
    private static final List<String> PIP = List.of(
            "PIP_INDEX_URL",
            "PIP_EXTRA_INDEX_URL",
            "PIP_TRUSTED_HOST",
            "PIP_PROXY",
            "PIP_DEFAULT_TIMEOUT",
            "PIP_TIMEOUT",
            "PIP_RETRIES");

    private static final List<String> CA_VARIABLES =
            List.of("PIP_CERT", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE");
    private static final List<String> CA_FILES =
            List.of("etc/ssl/certs/ca-certificates.crt", "etc/pki/tls/certs/ca-bundle.crt");
    /** Settings of apt that name files of this machine, or only concern its own lists. */
    private static final Pattern APT_LOCAL = Pattern.compile(
            ".*::(CaInfo|CaPath|SslCert|SslKey|IssuerCert|GzipIndexes|Languages|CompressionTypes)\\b.*");

    private final Map<String, String> environment;
    private final Path home;
    private final Path root;
    private final Programs programs;

    HostSettings(Map<String, String> environment, Path home, Path root, Programs programs) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.root = root;
        this.programs = programs;
    }

    /** Writes the settings into a folder that the build will see as {@link #IN_BUILD}. */
    void writeTo(Path folder, List<AptSource> sources) throws IOException {
        Files.createDirectories(folder);
        Map<String, String> exports = new TreeMap<>();
        Stream.concat(PROXIES.stream(), PIP.stream())
                .forEach(name -> variable(name).ifPresent(value -> exports.put(name, value)));
        writePip(folder, exports);
        boolean ca = writeCertificates(folder, exports);
        if (!sources.isEmpty()) {
            writeApt(folder, sources, ca);
            exports.put("APT_CONFIG", IN_BUILD + "/apt.conf");
        }
        StringBuilder text = new StringBuilder();
        exports.forEach((name, value) -> text.append("export %s='%s'\n".formatted(name, value.replace("'", "'\\''"))));
        write(folder.resolve("settings.sh"), text.toString());
    }

    private void writePip(Path folder, Map<String, String> exports) throws IOException {
        if (copy(root.resolve("etc/pip.conf"), folder.resolve("pip-global/pip/pip.conf"))) {
            exports.put("XDG_CONFIG_DIRS", IN_BUILD + "/pip-global");
        }
        Path user = folder.resolve("pip-user/pip/pip.conf");
        boolean legacy = copy(home.resolve(".pip/pip.conf"), user);
        if (copy(configHome().resolve("pip/pip.conf"), user) || legacy) {
            exports.put("XDG_CONFIG_HOME", IN_BUILD + "/pip-user");
        }
        Optional<String> chosen = variable("PIP_CONFIG_FILE");
        if (chosen.isPresent() && copy(Path.of(chosen.get()), folder.resolve("pip.conf"))) {
            exports.put("PIP_CONFIG_FILE", IN_BUILD + "/pip.conf");
        }
    }

    private boolean writeCertificates(Path folder, Map<String, String> exports) throws IOException {
        Stream<Path> named =
                CA_VARIABLES.stream().flatMap(name -> variable(name).stream()).map(Path::of);
        Optional<Path> bundle = Stream.concat(named, CA_FILES.stream().map(root::resolve))
                .filter(Files::isRegularFile)
                .findFirst();
        if (bundle.isEmpty()) {
            return false;
        }
        copy(bundle.get(), folder.resolve("ca.crt"));
        List.of("PIP_CERT", "SSL_CERT_FILE", "CURL_CA_BUNDLE").forEach(name -> exports.put(name, IN_BUILD + "/ca.crt"));
        return true;
    }

    private void writeApt(Path folder, List<AptSource> sources, boolean ca) throws IOException {
        StringBuilder stanzas = new StringBuilder();
        for (AptSource source : sources) {
            Optional<Path> keyring = source.signedBy().filter(Files::isReadable);
            if (keyring.isPresent()) {
                String name = "apt/keyrings/" + keyring.get().getFileName();
                copy(keyring.get(), folder.resolve(name));
                keyring = Optional.of(Path.of(IN_BUILD, name));
            }
            stanzas.append(source.stanza(keyring));
        }
        write(folder.resolve("apt/sources.list.d/host.sources"), stanzas.toString());
        copy(root.resolve("etc/apt/auth.conf"), folder.resolve("apt/auth.conf.d/host.conf"));
        try (Stream<Path> parts = Files.list(root.resolve("etc/apt/auth.conf.d"))) {
            for (Path part : parts.toList()) {
                copy(part, folder.resolve("apt/auth.conf.d").resolve(part.getFileName()));
            }
        } catch (java.nio.file.NoSuchFileException none) {
            Files.createDirectories(folder.resolve("apt/auth.conf.d"));
        }
        write(folder.resolve("apt.conf"), aptConf(ca));
    }

    private String aptConf(boolean ca) {
        List<String> lines = new ArrayList<>(List.of(
                "Dir::Etc::sourcelist \"/dev/null\";",
                "Dir::Etc::sourceparts \"%s/apt/sources.list.d\";".formatted(IN_BUILD),
                "Dir::Etc::netrcparts \"%s/apt/auth.conf.d\";".formatted(IN_BUILD)));
        if (ca) {
            lines.add("Acquire::https::CaInfo \"%s/ca.crt\";".formatted(IN_BUILD));
        }
        programs.run(
                Duration.ofSeconds(10),
                Map.of(),
                line -> {
                    if (line.startsWith("Acquire::")
                            && !line.endsWith(" \"\";")
                            && !APT_LOCAL.matcher(line).matches()) {
                        lines.add(line);
                    }
                },
                "apt-config",
                "dump");
        return String.join("\n", lines) + "\n";
    }

    private Path configHome() {
        return variable("XDG_CONFIG_HOME").map(Path::of).orElse(home.resolve(".config"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static boolean copy(Path from, Path to) throws IOException {
        if (!Files.isRegularFile(from) || !Files.isReadable(from)) {
            return false;
        }
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
