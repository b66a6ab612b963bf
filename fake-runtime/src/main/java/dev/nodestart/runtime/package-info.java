/** The door to the stub Databricks Runtime that a node gets. */
package dev.nodestart.runtime;
