package dev.nodestart.conformance.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A headless Chromium with one page, driven over its DevTools protocol. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final WebSocket socket;
    private final Listener listener;
    private final AtomicInteger ids = new AtomicInteger();
    private String session = "";

    private Browser(Process process, WebSocket socket, Listener listener) {
        this.process = process;
        this.socket = socket;
        this.listener = listener;
    }

    static Browser start(Path program, Path folder) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder,
                "about:blank");
        builder.environment().put("HOME", folder.toString());
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Listener listener = new Listener();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address(process), listener)
                .get(30, TimeUnit.SECONDS);
        Browser browser = new Browser(process, socket, listener);
        browser.openPage();
        return browser;
    }

    private static URI address(Process process) throws IOException {
        BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread drain = new Thread(() -> lines.lines().forEach(more -> {}), "chromium");
                drain.setDaemon(true);
                drain.start();
                return URI.create(line.substring(LISTENING.length()).strip());
            }
        }
        throw new IOException("Chromium ended before it listened.");
    }

    private void openPage() throws Exception {
        String target = call("Target.createTarget", object().put("url", "about:blank"))
                .path("targetId")
                .asText();
        session = call("Target.attachToTarget", object().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", object());
        }
    }

    /** Opens a file and returns when the page has loaded; what came before is forgotten. */
    void open(Path file) throws Exception {
        listener.events.clear();
        CompletableFuture<JsonNode> loaded = new CompletableFuture<>();
        listener.loaded = loaded;
        call("Page.navigate", object().put("url", file.toUri().toString()));
        loaded.get(30, TimeUnit.SECONDS);
    }

    /** The size of the window, in CSS pixels. */
    void resize(int width, int height) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                object().put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    void scheme(String scheme) throws Exception {
        ObjectNode media = object();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        call("Emulation.setEmulatedMedia", media);
    }

    void scripts(boolean allowed) throws Exception {
        call("Emulation.setScriptExecutionDisabled", object().put("value", !allowed));
    }

    /** The value of an expression. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode answer = call(
                "Runtime.evaluate",
                object().put("expression", expression)
                        .put("returnByValue", true)
                        .put("awaitPromise", true)
                        .put("userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** Types into what has the focus. */
    void type(String text) throws Exception {
        call("Input.insertText", object().put("text", text));
    }

    void key(String key) throws Exception {
        int code = key.equals("Enter") ? 13 : key.equals("Tab") ? 9 : 0;
        ObjectNode event = object().put("key", key).put("code", key).put("windowsVirtualKeyCode", code);
        call("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyDown").put("text", code == 13 ? "\r" : ""));
        call("Input.dispatchKeyEvent", event.deepCopy().put("type", "keyUp"));
    }

    /** The whole page as a picture. */
    void screenshot(Path file) throws Exception {
        JsonNode picture =
                call("Page.captureScreenshot", object().put("format", "png").put("captureBeyondViewport", true));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
    }

    /** What the page complained of, and what it loaded beyond itself. */
    List<String> complaints() {
        return listener.events.stream()
                .filter(event -> switch (event.path("method").asText()) {
                    case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded" -> true;
                    case "Network.requestWillBeSent" ->
                        !event.at("/params/type").asText().equals("Document")
                                && !event.at("/params/request/url").asText().startsWith("data:");
                    default -> false;
                })
                .map(JsonNode::toString)
                .toList();
    }

    JsonNode call(String method, ObjectNode parameters) throws Exception {
        int id = ids.incrementAndGet();
        ObjectNode message = object().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        listener.answers.put(id, answer);
        socket.sendText(message.toString(), true).get(30, TimeUnit.SECONDS);
        JsonNode received = answer.get(30, TimeUnit.SECONDS);
        if (received.has("error")) {
            throw new IllegalStateException(method + ": " + received.path("error"));
        }
        return received.path("result");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Asks it to end, so that it removes its own files; what does not end within seconds is ended. */
    @Override
    public void close() {
        session = "";
        try {
            call("Browser.close", object());
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return;
            }
        } catch (Exception unheard) {
            socket.abort();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static final class Listener implements WebSocket.Listener {

        private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
        private final List<JsonNode> events = new CopyOnWriteArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private volatile CompletableFuture<JsonNode> loaded = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                String message = text.toString();
                text.setLength(0);
                received(message);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void received(String message) {
            try {
                JsonNode json = MAPPER.readTree(message);
                CompletableFuture<JsonNode> answer =
                        answers.remove(json.path("id").asInt(-1));
                if (answer != null) {
                    answer.complete(json);
                    return;
                }
                events.add(json);
                if (json.path("method").asText().equals("Page.loadEventFired")) {
                    loaded.complete(json);
                }
            } catch (IOException failure) {
                loaded.completeExceptionally(failure);
            }
        }
    }
}
