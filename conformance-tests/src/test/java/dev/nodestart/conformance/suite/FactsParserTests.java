package dev.nodestart.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactsParserTests {

    @Test
    void parseReadsEveryKindAndLeavesOtherOutputAlone() {
        NodeFacts facts = FactsParser.parse("""
                        a profile's greeting
                        @fact\tvalue\tbash\t5.2.15(1)-release
                        @fact\ttool\tR\t
                        @fact\ttool\tsetfacl\t/usr/bin/setfacl
                        @fact\taccount\tlibraries\tx:1000:1000::/home/libraries:/bin/sh
                        @fact\trun\tpip\t1\tModuleNotFoundError: No module named 'pip'
                        @fact\tnews\tfrom\ta newer probe
                        @fact\tend
                        """).orElseThrow();

        assertThat(facts.value("bash")).contains("5.2.15(1)-release");
        assertThat(facts.tool("R")).isEmpty();
        assertThat(facts.tool("setfacl")).contains("/usr/bin/setfacl");
        assertThat(facts.hasAccount("libraries")).isTrue();
        assertThat(facts.hasAccount("ubuntu")).isFalse();
        assertThat(facts.run("pip")).isEqualTo(new ToolRun(1, "ModuleNotFoundError: No module named 'pip'"));
        assertThat(facts.run("virtualenv")).isEqualTo(ToolRun.UNKNOWN);
    }

    @Test
    void parseWhenTheEndIsMissingGivesNothing() {
        assertThat(FactsParser.parse("@fact\tvalue\tbash\t5.2\n")).isEmpty();
    }

    @Test
    void parseWhenAStatusIsNoNumberIsNoSuccess() {
        assertThat(FactsParser.parse("@fact\trun\tpip\tyes\tok\n@fact\tend\n")
                        .orElseThrow()
                        .run("pip")
                        .worked())
                .isFalse();
    }
}
