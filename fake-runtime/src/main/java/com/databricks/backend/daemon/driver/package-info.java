/** A stand-in under the platform's own class name, so that the process list of a node looks as it does there (dcs.md §4.4). */
package com.databricks.backend.daemon.driver;
