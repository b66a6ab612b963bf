package dev.nodestart.emulator.secret;

import dev.nodestart.emulator.spec.ClusterSpec;
import dev.nodestart.emulator.spec.DockerImage;
import dev.nodestart.emulator.spec.DockerImage.BasicAuth;
import dev.nodestart.emulator.spec.SpecProblem;
import dev.nodestart.emulator.spec.SpecRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The parts of a spec that may refer to secrets, with the values in place. The spec itself keeps its references, so
 * that it can be shown; this never shows anything.
 */
public final class ResolvedSecrets {
    private final SecretStore store;
    private final List<SpecProblem> problems = new ArrayList<>();
    private final Optional<BasicAuth> basicAuth;
    private final Map<String, String> sparkEnvVars;
    private final Map<String, String> sparkConf;
    private final SecretMask mask;

    private ResolvedSecrets(ClusterSpec spec, SecretStore store) {
        this.store = store;
        problems.addAll(store.problems());
        String place = "/docker_image/basic_auth/";
        basicAuth = spec.dockerImage()
                .flatMap(DockerImage::basicAuth)
                .map(auth -> new BasicAuth(
                        reveal(auth.username(), place + "username"), reveal(auth.password(), place + "password")));
        sparkEnvVars = reveal(spec.sparkEnvVars(), "/spark_env_vars/");
        sparkConf = reveal(spec.sparkConf(), "/spark_conf/");
        List<String> hidden = new ArrayList<>(store.values());
        basicAuth.ifPresent(auth -> hidden.add(auth.password()));
        mask = SecretMask.of(hidden);
    }

    /** Puts the store's values into the spec's references; what is missing is in {@link #problems}. */
    public static ResolvedSecrets of(ClusterSpec spec, SecretStore store) {
        return new ResolvedSecrets(spec, store);
    }

    /** Wrong flags and references without a value: all bad input. */
    public List<SpecProblem> problems() {
        return List.copyOf(problems);
    }

    /** The registry credentials. */
    public Optional<BasicAuth> basicAuth() {
        return basicAuth;
    }

    /** {@code spark_env_vars} in order. */
    public Map<String, String> sparkEnvVars() {
        return sparkEnvVars;
    }

    /** {@code spark_conf} in order. */
    public Map<String, String> sparkConf() {
        return sparkConf;
    }

    /** Hides every secret of the store and the registry password, be it a secret or in clear. */
    public SecretMask mask() {
        return mask;
    }

    private Map<String, String> reveal(Map<String, String> values, String place) {
        Map<String, String> revealed = new LinkedHashMap<>();
        values.forEach((name, value) ->
                revealed.put(name, reveal(value, place + name.replace("~", "~0").replace("/", "~1"))));
        return Collections.unmodifiableMap(revealed);
    }

    private String reveal(String text, String pointer) {
        Matcher matcher = SecretRef.REFERENCE.matcher(text);
        StringBuilder revealed = new StringBuilder();
        while (matcher.find()) {
            SecretRef name = SecretRef.of(matcher);
            Optional<String> value = store.value(name);
            if (value.isEmpty()) {
                String message = "Secret [%s] has no value on this machine.".formatted(name);
                String advice = "Give --secret %s=env:NAME or --secret %s=file:PATH.".formatted(name, name);
                problems.add(SpecProblem.of(SpecRule.SECRET, pointer, message, advice));
            }
            matcher.appendReplacement(revealed, Matcher.quoteReplacement(value.orElse(matcher.group())));
        }
        return matcher.appendTail(revealed).toString();
    }

    @Override
    public String toString() {
        return "ResolvedSecrets[problems=%d]".formatted(problems.size());
    }
}
