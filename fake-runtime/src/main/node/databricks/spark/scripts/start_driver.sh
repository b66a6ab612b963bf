#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
# start_driver.sh ENV_FILE: starts the driver daemon and stays its parent (dcs.md §4.4).
. "$1"
. /databricks/.nodestart/report.sh

# driver_java_options: NS_DRIVER_OPTIONS from the user's Spark conf. A stub has another heap than the driver, and none of
# the mounts that a path may lead to; a quoted option with a space is not understood.
driver_java_options() {
    local key value option
    NS_DRIVER_OPTIONS=()
    [ -r "$NS_SPARK_CONF" ] || return 0
    set -f
    while read -r key value; do
        case $key in
            spark.driver.extraJavaOptions | spark.driver.defaultJavaOptions)
                for option in $value; do
                    case $option in
                        -Xm[snx]* | *[\"\']* | */dbfs/* | */Workspace/* | */Volumes/*) ;;
                        *) NS_DRIVER_OPTIONS+=("$option") ;;
                    esac
                done
                ;;
        esac
    done <"$NS_SPARK_CONF"
    set +f
}

export SPARK_HOME=$DB_HOME/spark
. "$SPARK_HOME/bin/load-spark-env.sh"
. "$SPARK_HOME/scripts/setup_driver_env.sh"
. "$SPARK_HOME/scripts/activate_root_python_environment.sh"
. "$SPARK_HOME/scripts/setup_jvm.sh"
ns_report java path "$NS_JAVA" version "$NS_JAVA_VERSION"
driver_java_options
cd /databricks/driver || exit 1
# shellcheck disable=SC2086
"$NS_JAVA" -Djava.io.tmpdir=/local_disk0/tmp $NS_JAVA_MAJOR_FLAGS -Dspark.ui.port=40001 \
    -Ddatabricks.serviceName=driver-1 $NS_JAVA_STUB_FLAGS -Xms16m "${NS_DRIVER_OPTIONS[@]}" \
    -cp "$NS_CLASSPATH:/databricks/jars/*$NS_IMPORTED_JARS:/databricks/hive/conf" \
    com.databricks.backend.daemon.driver.DriverDaemon
