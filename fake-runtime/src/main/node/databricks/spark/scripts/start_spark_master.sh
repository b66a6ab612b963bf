#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
. /tmp/driver-env.sh
export SPARK_HOME=$DB_HOME/spark
. "$SPARK_HOME/bin/load-spark-env.sh"
export SPARK_MASTER_HOST=$NS_CONTAINER_IP
"$SPARK_HOME/sbin/start-master.sh"
