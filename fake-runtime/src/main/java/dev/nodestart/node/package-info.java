/** What runs inside a node's Java processes: reports, the master's registry, the driver's sessions. Java 8. */
package dev.nodestart.node;
