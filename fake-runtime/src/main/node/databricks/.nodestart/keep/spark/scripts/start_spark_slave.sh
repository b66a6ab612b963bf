#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
# start_spark_slave.sh MASTER PORT DNS WEBUI_PORT [CORES]: the steps of the platform's own script (dcs.md §4.5), in order.
master=$1
port=$2
dns=$3
webui_port=$4
cores=$5

. /tmp/driver-env.sh
/databricks/spark/scripts/hipaa-setup.sh
export SPARK_HOME=$DB_HOME/spark
. "$SPARK_HOME/bin/load-spark-env.sh"

export DATABRICKS_LIBS_NFS_ROOT_DIR=.ephemeral_nfs
export DATABRICKS_CLUSTER_LIBS_ROOT_DIR=cluster_libraries
export DATABRICKS_CLUSTER_LIBS_R_ROOT_DIR=r
export R_LIBS=$SPARK_HOME/R/lib:/local_disk0/$DATABRICKS_LIBS_NFS_ROOT_DIR/$DATABRICKS_CLUSTER_LIBS_ROOT_DIR/r
if command -v R >/dev/null && [ -d "$SPARK_HOME/R/pkg" ]; then
    R CMD INSTALL --library="$SPARK_HOME/R/lib" "$SPARK_HOME/R/pkg"
fi

export SPARK_PUBLIC_DNS=$dns
export SPARK_WORKER_WEBUI_PORT=$webui_port
/databricks/spark/scripts/install_gpu_driver.sh
if command -v nvidia-smi >/dev/null; then
    SPARK_RESOURCE_CONF="-Dspark.worker.resource.gpu.amount=$(nvidia-smi --query-gpu=name --format=csv,noheader | wc -l)"
    export SPARK_RESOURCE_CONF
fi
/databricks/spark/scripts/rotate_logs.sh
export OPENBLAS_NUM_THREADS=1 MALLOC_ARENA_MAX=4

(
    /databricks/spark/scripts/copy_conda_pkgs_dir.sh
    . /databricks/spark/scripts/activate_root_python_environment.sh
    "$SPARK_HOME/sbin/start-slave.sh" "spark://$master:$port" --host "$dns" --webui-port "$webui_port" \
        ${cores:+--cores "$cores"}
) || exit

/databricks/spark/scripts/ganglia/start_ganglia.sh
if [ -x /etc/init.d/monit ]; then
    /etc/init.d/monit start
fi
# A broken Python must not keep a worker from starting (dcs.md §4.5).
/databricks/python/bin/python --version || true
/databricks/spark/scripts/set_jvms_oom_priority.sh
