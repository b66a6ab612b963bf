#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
# start-slave.sh spark://MASTER:PORT [arguments of the worker]
master=$1
shift
exec "$SPARK_HOME/sbin/spark-daemon.sh" worker org.apache.spark.deploy.worker.Worker "$@" "$master"
