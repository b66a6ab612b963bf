package dev.nodestart.emulator.spec;

import java.util.List;
import java.util.Map;

/** The JSON type that a field of the create call has. */
sealed interface Shape {
    /** The type in words, such as {@code a string}. */
    String words();

    /** Any string. */
    record Text() implements Shape {
        @Override
        public String words() {
            return "a string";
        }
    }

    /** One of the API's constants. */
    record Choice(List<String> values) implements Shape {
        @Override
        public String words() {
            return "a string";
        }
    }

    /** A whole number of 32 bits. */
    record Whole() implements Shape {
        @Override
        public String words() {
            return "a whole number";
        }
    }

    /** True or false. */
    record Flag() implements Shape {
        @Override
        public String words() {
            return "true or false";
        }
    }

    /** A map of strings, in which other scalars are taken as strings. */
    record StringMap() implements Shape {
        @Override
        public String words() {
            return "an object of strings";
        }
    }

    /** An object with known fields. */
    record Block(Map<String, Shape> fields) implements Shape {
        @Override
        public String words() {
            return "an object";
        }
    }

    /** A list. */
    record ListOf(Shape element) implements Shape {
        @Override
        public String words() {
            return "a list";
        }
    }

    /** An object of the cloud's own, which is stored and echoed as it is. */
    record Open() implements Shape {
        @Override
        public String words() {
            return "an object";
        }
    }
}
