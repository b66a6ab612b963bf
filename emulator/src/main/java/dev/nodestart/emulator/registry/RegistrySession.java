package dev.nodestart.emulator.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one repository, and logs in where it is asked to (distribution specification, token authentication). */
final class RegistrySession {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLIENT = "nodestart";

    private final RegistryHttp http;
    private final URI base;
    private final String repository;
    private final Optional<Credentials> credentials;
    private Optional<String> authorization = Optional.empty();

    RegistrySession(RegistryHttp http, URI base, String repository, Optional<Credentials> credentials) {
        this.http = http;
        this.base = base;
        this.repository = repository;
        this.credentials = credentials;
    }

    HttpAnswer manifest(String qualifier) throws PullException {
        return get("manifests/" + qualifier, ManifestJson.ACCEPT);
    }

    HttpAnswer blob(String digest) throws PullException {
        return get("blobs/" + digest, "*/*");
    }

    private HttpAnswer get(String path, String accept) throws PullException {
        URI uri = base.resolve("/v2/" + repository + "/" + path);
        HttpAnswer answer = http.get(uri, accept, authorization);
        if (answer.status() == 401 && authorization.isEmpty()) {
            authorization = logIn(answer);
            answer = authorization.isPresent() ? http.get(uri, accept, authorization) : answer;
        }
        if (answer.status() != 200) {
            throw answer.toException();
        }
        return answer;
    }

    private Optional<String> logIn(HttpAnswer refusal) throws PullException {
        Optional<AuthChallenge> challenge =
                AuthChallenge.parse(refusal.headers().allValues("WWW-Authenticate"));
        if (challenge.isPresent() && challenge.get().bearer()) {
            return Optional.of("Bearer " + token(challenge.get().parameters()));
        }
        return challenge.isPresent() ? basic() : Optional.empty();
    }

    private Optional<String> basic() {
        return credentials
                .filter(shown -> !shown.identityToken())
                .map(shown -> "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (shown.username() + ":" + shown.secret()).getBytes(StandardCharsets.UTF_8)));
    }

    private String token(Map<String, String> challenge) throws PullException {
        Map<String, String> query = new LinkedHashMap<>();
        Optional.ofNullable(challenge.get("service")).ifPresent(service -> query.put("service", service));
        query.put("scope", challenge.getOrDefault("scope", "repository:" + repository + ":pull"));
        URI realm = realm(String.valueOf(challenge.get("realm")));
        Optional<Credentials> identity = credentials.filter(Credentials::identityToken);
        HttpAnswer answer;
        if (identity.isPresent()) {
            query.put("client_id", CLIENT);
            query.put("grant_type", "refresh_token");
            query.put("refresh_token", identity.get().secret());
            answer = http.postForm(realm, form(query));
        } else {
            String separator = realm.getRawQuery() == null ? "?" : "&";
            answer = http.get(realm(realm + separator + form(query)), "application/json", basic());
        }
        if (answer.status() != 200) {
            throw answer.toException();
        }
        return tokenIn(answer);
    }

    private static String tokenIn(HttpAnswer answer) throws PullException {
        try {
            JsonNode json = JSON.readTree(answer.text());
            String token = json.path("token").asText(json.path("access_token").asText());
            if (!token.isEmpty()) {
                return token;
            }
        } catch (JsonProcessingException exception) {
            // the answer may hold a token in another shape, so it is not quoted
        }
        throw new PullException(PullFailureKind.UNAUTHORIZED, "the registry's token service gave no token");
    }

    private static URI realm(String text) throws PullException {
        try {
            URI realm = URI.create(text);
            if (realm.isAbsolute()) {
                return realm;
            }
        } catch (IllegalArgumentException exception) {
            // said below
        }
        throw new PullException(PullFailureKind.UNAUTHORIZED, "the registry names no token service");
    }

    private static String form(Map<String, String> query) {
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
