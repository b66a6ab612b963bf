#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
# start-slave.sh spark://MASTER:PORT [arguments of the worker]; an image's own start_spark_slave.sh calls it too.
. /databricks/.nodestart/launch.conf
export SPARK_HOME=${SPARK_HOME:-/databricks/spark}
master=$1
shift
case " $* " in
    *" --host "*) ;;
    *) set -- --host "$NS_CONTAINER_IP" "$@" ;;
esac
exec "$SPARK_HOME/sbin/spark-daemon.sh" worker org.apache.spark.deploy.worker.Worker "$@" "$master"
