package dev.nodestart.emulator.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFaultFinderTests {
    // In the texts, ¶ is a line end and ~ a blank that JSON does not know.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                      | line 1, column 1  | it is empty
            ` ¶ `                   | line 1, column 1  | it is empty
            {"a": 1,¶}              | line 1, column 8  | a comma stands before the closing brace [}]
            {"a": [1, 2, ]}         | line 1, column 12 | a comma stands before the closing bracket []]
            {"a": 1,,"b": 2}        | line 1, column 9  | a comma has no field before it
            [1,,2]                  | line 1, column 4  | a value is missing before [,]
            {"a": }                 | line 1, column 7  | a value is missing before [}]
            {'a': 1}                | line 1, column 2  | a field's name is in single quotes
            {"a": 'b'}              | line 1, column 7  | a value is in single quotes
            {"a": “b”}              | line 1, column 7  | a value is in typographic quotes
            {¶ // no¶ "a": 1}       | line 2, column 2  | a comment stands here, and JSON has none
            {"a": 1, # no¶"b": 1}   | line 1, column 10 | a comment stands here, and JSON has none
            {"a": 1 /* no */}       | line 1, column 9  | a comment stands here, and JSON has none
            {"a": 1} // no          | line 1, column 10 | a comment stands here, and JSON has none
            {"a" /* no */: 1}       | line 1, column 6  | a comment stands here, and JSON has none
            {"a": 1¶ "b": 2}        | line 2, column 2  | a comma is missing before this
            {"a": 1; "b": 2}        | line 1, column 8  | a semicolon stands where a comma should
            [1 2]                   | line 1, column 4  | a comma is missing before this
            {"a": {¶"b": 1          | line 2, column 7  | the text ends, but the brace [{] of line 1, column 7 is not closed
            [1,                     | line 1, column 4  | the text ends, but the bracket [[] of line 1, column 1 is not closed
            {"a                     | line 1, column 2  | a string is opened here and never closed
            {"a": "b¶}              | line 1, column 7  | a string is opened here and not closed on its line
            {"a": "C:\\dir"}        | line 1, column 10 | a backslash is not followed by a JSON escape
            {"a": True}             | line 1, column 7  | [True] is not JSON
            {"a": False}            | line 1, column 7  | [False] is not JSON
            {"a": None}             | line 1, column 7  | [None] is not JSON
            {"a": NaN}              | line 1, column 7  | [NaN] is not JSON
            {"a": hunter2}          | line 1, column 7  | a value is not in quotes
            {a: 1}                  | line 1, column 2  | a field's name is not in quotes
            {"a" 1}                 | line 1, column 6  | a colon [:] is missing after a field's name
            {"a" = 1}               | line 1, column 6  | an equals sign stands after a field's name
            {"a": 1]                | line 1, column 8  | []] closes what [{] opened
            ["a": 1]                | line 1, column 5  | a list holds a field with a name
            {"a": 01}               | line 1, column 8  | a number is followed by something that does not belong to it
            {"a": +1}               | line 1, column 7  | a number is not written as JSON writes it
            {"a": 15.4.x}           | line 1, column 11 | a number is followed by something that does not belong to it
            {"a":~1}                | line 1, column 6  | an invisible character (U+00A0) stands between the fields
            {"a": 1}}               | line 1, column 9  | there is one closing [}] too many
            {"a": 1} {"b": 2}       | line 1, column 10 | something follows the end of the document
            """)
    void findNamesPlaceAndFault(String text, String place, String what) {
        String json = text.replace('¶', '\n').replace('~', '\u00a0');

        assertThat(JsonFaultFinder.find(json)).hasValueSatisfying(fault -> {
            assertThat(fault.what()).isEqualTo(what);
            assertThat(fault.place(json)).isEqualTo(place);
            assertThat(fault.advice()).isNotEmpty();
        });
        assertThat(jackson(json)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'a\r\nb\rc\n'", "'\n\n\n'"})
    void placeCountsEveryKindOfLineEnd(String lines) {
        assertThat(new JsonFault(lines.length(), "", "").place(lines)).isEqualTo("line 4, column 1");
    }

    @Test
    void findWhenJsonGivesNothing() {
        String json = "{\"a\": [1, -2.5e+3, true, false, null, \"\\u00e9\\n\", {}], \"b\": []} ";

        assertThat(JsonFaultFinder.find(json)).isEmpty();
    }

    @Test
    void findAgreesWithJacksonOnDamagedTexts() {
        String json = "{\"a\": [1, -2.5e3, true, null, \"\\u00e9x\", {\"b\": \"c\"}],\n \"d\": {\"e\": 0}}";
        String alphabet = "{}[]:,\"'\\/ \n\t#019.-+eEtrufalsn_\u00a0";
        Random random = new Random(20261122);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder(json);
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    default -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
            assertThat(JsonFaultFinder.find(text.toString()).isEmpty())
                    .as(text.toString())
                    .isEqualTo(jackson(text.toString()));
        }
    }

    @Test
    void findWhenNestedTooDeepStops() {
        String text = "[".repeat(100_000);

        assertThatCode(() -> JsonFaultFinder.find(text)).doesNotThrowAnyException();
        assertThat(JsonFaultFinder.find(text))
                .hasValueSatisfying(fault -> assertThat(fault.what()).isEqualTo("it is nested more than 1000 deep"));
    }

    /** Whether Jackson takes the text as one JSON document. */
    private static boolean jackson(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.currentToken() != null && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
