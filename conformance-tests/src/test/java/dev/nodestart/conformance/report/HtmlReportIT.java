package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.host.HostException;
import dev.nodestart.emulator.host.HostListener;
import dev.nodestart.emulator.host.Machine;
import dev.nodestart.emulator.host.Packages;
import dev.nodestart.emulator.host.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser; pictures of it lie in {@code target/html-report} afterwards. */
@TestInstance(Lifecycle.PER_CLASS)
class HtmlReportIT {

    private static final Path PICTURES = Path.of("target/html-report");

    private Path pages = Path.of("");
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        pages = Files.createDirectories(folder.resolve("pages"));
        browser = Browser.start(chromium(), Files.createDirectories(folder.resolve("profile")));
    }

    @AfterAll
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void pageLoadsNothingAndComplainsOfNothing(Verifications verification) throws Exception {
        open(verification);

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.evaluate("document.querySelector('.verdict').textContent")
                        .asText())
                .endsWith(verification.result().verdict().name());
    }

    @Test
    void pictures() throws Exception {
        for (Verifications verification : Verifications.values()) {
            for (String scheme : new String[] {"light", "dark"}) {
                for (int width : new int[] {1280, 400}) {
                    browser.scheme(scheme);
                    browser.resize(width, 900);
                    open(verification);
                    String name = verification.name().toLowerCase(Locale.ROOT) + "-" + scheme + "-" + width + ".png";
                    browser.screenshot(PICTURES.resolve(name));
                    assertThat(PICTURES.resolve(name)).isNotEmptyFile();
                }
            }
        }
    }

    @Test
    void timelineOfSixteenNodesHasARowForEach() throws Exception {
        browser.scheme("light");
        browser.resize(1280, 900);
        open("sixteen", Samples.nodes(16));
        browser.screenshot(PICTURES.resolve("sixteen-light-1280.png"));

        assertThat(browser.evaluate("[...document.querySelectorAll('svg text.stage')]"
                                + ".filter(e => e.textContent.startsWith('worker-')).length")
                        .asInt())
                .isEqualTo(15);
        assertThat(browser.evaluate("document.querySelector('svg').getBoundingClientRect().height")
                        .asInt())
                .isLessThan(900);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 768, 400})
    void nothingIsWiderThanThePage(int width) throws Exception {
        browser.resize(width, 900);
        for (Verifications verification : Verifications.values()) {
            open(verification);
            assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                    .as("%s at %d", verification, width)
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void searchShowsTheChecksThatHoldEveryWord() throws Exception {
        open(Verifications.DEGRADED);
        int all = shown(".checks > li");
        focusAndType("#check-search", "ssh SERVER");

        assertThat(all).isGreaterThan(5);
        assertThat(shown(".checks > li")).isEqualTo(1);
        assertThat(text("#check-count")).isEqualTo("1 of " + all + " checks");
    }

    @Test
    void outcomeAndCategoryNarrowTheList() throws Exception {
        open(Verifications.DEGRADED);
        browser.evaluate("document.querySelectorAll('[name=outcome]:not([value=FAIL])').forEach(box => box.click())");
        assertThat(shown(".checks > li")).isEqualTo(1);

        browser.evaluate("{ const select = document.querySelector('#check-category'); select.value = 'java';"
                + " select.dispatchEvent(new Event('input', {bubbles: true})); }");
        assertThat(shown(".checks > li")).isZero();
    }

    @Test
    void searchFindsFacts() throws Exception {
        open(Verifications.WORKS);
        focusAndType("#fact-search", "python 3.11");

        assertThat(shown("#facts tbody tr")).isEqualTo(1);
        assertThat(text("#fact-count")).isEqualTo("1 of 7 facts");
    }

    @Test
    void factsThatWereGatheredAreShown() throws Exception {
        browser.scheme("light");
        browser.resize(1280, 900);
        open("facts", Verifications.WORKS.result(), new HtmlReport());
        browser.screenshot(PICTURES.resolve("facts-light-1280.png"));
        focusAndType("#fact-search", "system SETFACL");

        assertThat(shown("#facts tbody tr")).isEqualTo(1);
    }

    @Test
    void linkOfTheMatrixOpensAHiddenCheck() throws Exception {
        open(Verifications.WORKS);
        focusAndType("#check-search", "nothing has these words");
        browser.evaluate("document.querySelector('.matrix a[href=\"#check-JAR-001\"]').click()");
        browser.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))");

        assertThat(browser.evaluate("document.querySelector('#check-JAR-001 > details').open")
                        .asBoolean())
                .isTrue();
        assertThat(browser.evaluate("document.activeElement.closest('li').id").asText())
                .isEqualTo("check-JAR-001");
    }

    @Test
    void checkOpensByKeyboard() throws Exception {
        open(Verifications.WORKS);
        browser.evaluate("document.querySelector('#check-JAR-001 summary').focus()");
        browser.key("Enter");

        assertThat(browser.evaluate("document.querySelector('#check-JAR-001 > details').open")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void copyButtonCopiesTheLinesToPaste() throws Exception {
        open(Verifications.DOES_NOT_BOOT);
        browser.evaluate("{ const write = text => { window.copied = text; return Promise.resolve(); };"
                + " Object.defineProperty(navigator, 'clipboard', {value: {writeText: write}}); }");
        browser.evaluate("document.querySelector('.paste .copy').click()");

        assertThat(browser.evaluate("window.copied").asText())
                .isEqualTo("RUN apt-get update && apt-get install -y virtualenv");
        assertThat(text(".paste .copy")).isEqualTo("Copied");
    }

    @Test
    void textOfTheImageStaysText() throws Exception {
        open(Verifications.SPECIALS);

        assertThat(browser.evaluate("document.querySelector('#fix').textContent")
                        .asText())
                .contains("Printed <script>alert(1)</script> & ]]> | *bold*");
        assertThat(browser.evaluate("document.scripts.length").asInt()).isEqualTo(1);
    }

    @Test
    void withoutScriptsEverythingIsThereButTheFilters() throws Exception {
        browser.scripts(false);
        try {
            open(Verifications.DEGRADED);
        } finally {
            browser.scripts(true);
        }

        assertThat(shown(".checks > li"))
                .isEqualTo(Verifications.DEGRADED.result().checks().size());
        assertThat(shown(".filters")).isZero();
        assertThat(shown(".copy")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void everyControlHasANameAndEveryHeadingItsLevel(Verifications verification) throws Exception {
        open(verification);

        assertThat(browser.evaluate("[...document.querySelectorAll('input, select, button')]"
                                + ".filter(e => !(e.labels && e.labels.length) && !e.textContent.trim()).length")
                        .asInt())
                .isZero();
        assertThat(browser.evaluate("document.querySelectorAll('h1').length").asInt())
                .isEqualTo(1);
        assertThat(browser.evaluate("document.querySelectorAll('section:not([aria-labelledby])').length")
                        .asInt())
                .isZero();
    }

    private void open(Verifications verification) throws Exception {
        open(verification.name().toLowerCase(Locale.ROOT), verification.result());
    }

    private void open(String name, VerifyResult result) throws Exception {
        open(name, result, new HtmlReport(verified -> Samples.facts()));
    }

    private void open(String name, VerifyResult result, HtmlReport writer) throws Exception {
        StringBuilder text = new StringBuilder();
        writer.write(result, text);
        browser.open(Files.writeString(pages.resolve(name + ".html"), text));
    }

    private void focusAndType(String selector, String text) throws Exception {
        browser.evaluate("document.querySelector('" + selector + "').focus()");
        browser.type(text);
    }

    private int shown(String selector) throws Exception {
        return browser.evaluate(
                        "[...document.querySelectorAll('" + selector + "')].filter(e => e.checkVisibility()).length")
                .asInt();
    }

    private String text(String selector) throws Exception {
        return browser.evaluate("document.querySelector('" + selector + "').textContent")
                .asText();
    }

    /** What is installed, else Debian's package; without either these tests fail, they are not skipped. */
    private static Path chromium() {
        Programs programs = Programs.of(System.getenv());
        Optional<Path> found = find(programs);
        if (found.isPresent()) {
            return found.get();
        }
        Map<String, String> environment = System.getenv();
        Machine machine = Machine.here(environment, Path.of(System.getProperty("user.home")));
        try {
            new Packages(programs, machine, HostListener.silent())
                    .require("which the tests of the HTML report open it in", "chromium");
        } catch (HostException e) {
            throw new AssertionError("These tests need a Chromium. " + e.getMessage(), e);
        }
        return find(programs).orElseThrow();
    }

    private static Optional<Path> find(Programs programs) {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> programs.find(name).stream())
                .findFirst();
    }
}
