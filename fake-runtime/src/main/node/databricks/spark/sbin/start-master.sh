#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
exec "$SPARK_HOME/sbin/spark-daemon.sh" master org.apache.spark.deploy.master.Master \
    --ip "$SPARK_MASTER_HOST" --port 7077 --webui-port 8080
