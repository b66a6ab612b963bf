#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
# Sourced by the start scripts: the user's spark_env_vars land in conf/spark-env.sh (dcs.md §4.3).
if [ -z "$SPARK_ENV_LOADED" ]; then
    export SPARK_ENV_LOADED=1
    export SPARK_HOME=${SPARK_HOME:-/databricks/spark}
    export SPARK_CONF_DIR=${SPARK_CONF_DIR:-$SPARK_HOME/conf}
    export SPARK_LOCAL_DIRS=/local_disk0
    export SPARK_SCALA_VERSION=2.12
    if [ -f "$SPARK_CONF_DIR/spark-env.sh" ]; then
        set -a
        . "$SPARK_CONF_DIR/spark-env.sh"
        set +a
    fi
fi
