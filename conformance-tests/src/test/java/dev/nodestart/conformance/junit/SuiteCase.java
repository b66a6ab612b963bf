package dev.nodestart.conformance.junit;

/** Run by {@link NodestartTestIT}. */
@NodestartTest(image = "${test.image}", dbr = "15.4", env = "JNAME=java-17-openjdk-amd64")
class SuiteCase implements NodestartConformance {}
