package com.example;

import static dev.nodestart.conformance.Capability.JAR;
import static dev.nodestart.conformance.Capability.PYTHON;
import static dev.nodestart.conformance.Capability.SHELL;
import static dev.nodestart.conformance.assertj.NodestartAssertions.assertThat;

import dev.nodestart.conformance.junit.Cluster;
import dev.nodestart.conformance.junit.Node;
import dev.nodestart.conformance.junit.NodestartConformance;
import dev.nodestart.conformance.junit.NodestartTest;
import org.junit.jupiter.api.Test;

/** Builds the image of this repository, starts it as the cluster of cluster.json, and says what works on it. */
@NodestartTest(
        dockerfile = "Dockerfile",
        buildArgs = "BASE=${BASE:databricksruntime/standard:15.4-LTS}",
        spec = "cluster.json",
        map = "workspace:/Shared=init",
        env = "JNAME=${JNAME:zulu8-ca-amd64}",
        require = {JAR, PYTHON, SHELL})
class ImageTest implements NodestartConformance {

    @Test
    void notebooksHaveOurPackage(Node node) {
        assertThat(node)
                .canImport("etl")
                .runsCell("from etl import greeting; print(greeting('node'))")
                .printing("hello, node");
    }

    @Test
    void theInitScriptRanOnEveryNode(Cluster cluster) {
        assertThat(cluster.driver()).ranInitScript("tools.sh").successfully().printing("is ready");
        cluster.workers().forEach(worker -> assertThat(worker).hasFile("/var/lib/etl/ready"));
    }
}
