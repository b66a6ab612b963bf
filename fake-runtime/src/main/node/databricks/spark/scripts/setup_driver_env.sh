#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
# Sourced by start_driver.sh: the driver's environment (dcs.md §4.6).
export CLUSTER_DB_HOME=$DB_HOME
export DATABRICKS_RUNTIME_VERSION=$NS_RUNTIME_VERSION
export MASTER=spark://$NS_DRIVER_IP:7077
export HIVE_HOME=$DB_HOME/hive
export PYSPARK_PYTHON=${PYSPARK_PYTHON:-$NS_PYTHON}
export PYTHONHASHSEED=0
export PIP_NO_INPUT=1
export DATABRICKS_LIBS_NFS_ROOT_DIR=.ephemeral_nfs
export DATABRICKS_LIBS_NFS_ROOT_PATH=/local_disk0/.ephemeral_nfs
export DATABRICKS_CLUSTER_LIBS_ROOT_DIR=cluster_libraries
export DATABRICKS_CLUSTER_LIBS_PYTHON_ROOT_DIR=python
export DATABRICKS_CLUSTER_LIBS_R_ROOT_DIR=r
export DRIVER_PID_FILE=/tmp/driver-daemon.pid
export R_LIBS=$SPARK_HOME/R/lib:$DATABRICKS_LIBS_NFS_ROOT_PATH/$DATABRICKS_CLUSTER_LIBS_ROOT_DIR/r

# The address that Spark binds to. Without iproute2 there is no driver (dcs.md F18).
addresses=$(ip -o -4 addr show) || {
    code=$?
    echo "The driver needs the command [ip] (package iproute2) to find its address." >&2
    exit $code
}
SPARK_LOCAL_IP=
while read -r _ _ _ address _; do
    address=${address%%/*}
    if [ "$address" = "$NS_CONTAINER_IP" ] || { [ -z "$SPARK_LOCAL_IP" ] && [ "$address" != 127.0.0.1 ]; }; then
        SPARK_LOCAL_IP=$address
    fi
done <<<"$addresses"
export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1}
export SPARK_PUBLIC_DNS=$SPARK_LOCAL_IP
