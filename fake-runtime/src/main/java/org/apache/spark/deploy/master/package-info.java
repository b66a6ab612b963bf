/** A stand-in under Spark's own class name (dcs.md §4.4). */
package org.apache.spark.deploy.master;
