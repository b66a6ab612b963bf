package dev.nodestart.conformance.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Style and script of the page, with the policy that allows these two and nothing else.
 *
 * @param style {@code report.css}
 * @param script {@code report.js}
 */
record HtmlAssets(String style, String script) {

    // Held here, and by a test, since the first digest of a process takes as long as the page itself.
    static final String STYLE_DIGEST = "aWY6wCVHPbnvi4Hq1KVuTs9OHBdCjymW2meGtqueucM=";
    static final String SCRIPT_DIGEST = "zGO/P0IGr/cnIIvrGNU5RRHPbDvI64x31TNDpIvHmoY=";

    static HtmlAssets load() throws IOException {
        return new HtmlAssets(text("report.css"), text("report.js"));
    }

    /** The page's Content-Security-Policy. */
    String policy() {
        return "default-src 'none'; style-src 'sha256-" + STYLE_DIGEST + "'; script-src 'sha256-" + SCRIPT_DIGEST
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String text(String name) throws IOException {
        try (InputStream stream = HtmlAssets.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new FileNotFoundException("[" + name + "] is missing beside [" + HtmlAssets.class + "].");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
