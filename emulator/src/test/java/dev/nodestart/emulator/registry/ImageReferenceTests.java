package dev.nodestart.emulator.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTests {

    private static final String HEX = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({
        "debian, docker.io, library/debian, latest",
        "debian:12, docker.io, library/debian, 12",
        "me/image, docker.io, me/image, latest",
        "docker.io/debian, docker.io, library/debian, latest",
        "index.docker.io/me/image:1, docker.io, me/image, 1",
        "localhost/image, localhost, image, latest",
        "localhost:5000/a/b:c, localhost:5000, a/b, c",
        "127.0.0.1:5000/image, 127.0.0.1:5000, image, latest",
        "'[::1]:5000/image:1', '[::1]:5000', image, 1",
        "acr.azurecr.io/team/dbr:15.4, acr.azurecr.io, team/dbr, 15.4",
        "HOST/image, HOST, image, latest",
        "a/b__c/d-e.f:T_1.2-x, docker.io, a/b__c/d-e.f, T_1.2-x",
    })
    void parseFillsInDockersDefaults(String text, String registry, String repository, String tag) {
        ImageReference reference = ImageReference.parse(text);

        assertThat(reference.registry()).isEqualTo(registry);
        assertThat(reference.repository()).isEqualTo(repository);
        assertThat(reference.tag()).contains(tag);
        assertThat(reference.digest()).isEmpty();
    }

    @Test
    void parseWhenDigestIsGivenNeedsNoTag() {
        ImageReference reference = ImageReference.parse("debian@sha256:" + HEX);

        assertThat(reference.tag()).isEmpty();
        assertThat(reference.qualifier()).isEqualTo("sha256:" + HEX);
        assertThat(ImageReference.parse("debian:12@sha256:" + HEX).qualifier()).isEqualTo("sha256:" + HEX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"debian:latest", "me/image:1", "ghcr.io/a/b:c", "localhost:5000/a:b"})
    void toStringIsTheShortNameAndIsReadAgain(String text) {
        assertThat(ImageReference.parse(text)).hasToString(text);
        assertThat(ImageReference.parse(ImageReference.parse(text).canonical())).isEqualTo(ImageReference.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|Image reference [] is invalid: it is empty; write it as [registry/repository:tag].",
                "'a b'|Image reference [a b] is invalid: it contains a blank or a line break; remove it.",
                "https://ghcr.io/a:1|Image reference [https://ghcr.io/a:1] is invalid: it starts with [https://]; leave that out.",
                "Debian:12|Image reference [Debian:12] is invalid: the repository part [Debian] has upper-case letters; write it in lower case.",
                "ghcr.io/Me/x|Image reference [ghcr.io/Me/x] is invalid: the repository part [Me] has upper-case letters; write it in lower case.",
                "a//b|Image reference [a//b] is invalid: its repository has an empty part; remove the superfluous [/].",
                "ghcr.io/|Image reference [ghcr.io/] is invalid: the repository is missing; write it as [registry/repository:tag].",
                "a:b:c|Image reference [a:b:c] is invalid: the repository part [a:b] has characters that do not belong there; use lower-case letters, digits and single [.], [_] or [-] between them.",
                "a:|Image reference [a:] is invalid: [] is not a tag; use up to 128 letters, digits, [_], [.] and [-], not starting with [.] or [-].",
                "a@sha256:12|Image reference [a@sha256:12] is invalid: [sha256:12] is not a digest; use [sha256:] and 64 lower-case hexadecimal digits.",
                "-bad.host/x|Image reference [-bad.host/x] is invalid: [-bad.host] is not a host name with an optional port; correct the registry.",
            })
    void parseWhenItIsWrongSaysWhat(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.parse(text))
                .withMessage(sentence);
    }

    @Test
    void parseWhenItIsAnImageIdOrTooLongSaysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.parse(HEX))
                .withMessageContaining("64 hexadecimal digits are an image id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.parse("a".repeat(250)))
                .withMessageContaining("more than 255 characters");
    }

    @Test
    void parseNeverFailsInAnotherWayAndWhatItTakesIsReadAgain() {
        Random random = new Random(7);
        String alphabet = "aB0.-_:/@[] \u00e4";
        int taken = 0;
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                ImageReference reference = ImageReference.parse(text.toString());
                assertThat(ImageReference.parse(reference.canonical())).isEqualTo(reference);
                taken++;
            } catch (IllegalArgumentException exception) {
                assertThat(exception).hasMessageStartingWith("Image reference [" + text + "] is invalid: ");
            }
        }
        assertThat(taken).isPositive();
    }

    @Test
    void apiHostAndLoopback() {
        assertThat(ImageReference.parse("debian").apiHost()).isEqualTo("registry-1.docker.io");
        assertThat(ImageReference.parse("ghcr.io/a").apiHost()).isEqualTo("ghcr.io");
        assertThat(ImageReference.parse("127.3.2.1:5000/a").isLoopback()).isTrue();
        assertThat(ImageReference.parse("[::1]:5000/a").isLoopback()).isTrue();
        assertThat(ImageReference.parse("localhost/a").isLoopback()).isTrue();
        assertThat(ImageReference.parse("127.example.org/a").isLoopback()).isFalse();
    }
}
