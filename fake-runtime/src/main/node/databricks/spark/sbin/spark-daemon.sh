#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
# spark-daemon.sh EVENT CLASS [argument]...: starts a standalone daemon in the background, and asks ps whether it is there.
event=$1
class=$2
shift 2
. /databricks/.nodestart/report.sh
. "$SPARK_HOME/scripts/setup_jvm.sh"
log=$SPARK_HOME/logs/spark-root-$class.out

# A daemon that dies later is reported by the subshell that waits for it; one that is up reports itself.
supervise() {
    # shellcheck disable=SC2086
    "$NS_JAVA" $NS_JAVA_STUB_FLAGS -Xms8m -Xmx64m \
        -cp "$NS_CLASSPATH:/databricks/jars/*" "$class" "$@" >"$log" 2>&1 </dev/null &
    trap 'kill $!; exit' TERM
    wait $!
    code=$?
    ns_tail "$log"
    printf '%s\n' "$NS_TAIL" >/proc/1/fd/1
    ns_report "$event" status "$code" text "$NS_TAIL" late 1
}

supervise "$@" &
daemon=$!
# Spark's own scripts look for their daemon with ps: without procps there is no master (dcs.md F17).
# One that died at once is not found either, and has reported that itself.
ps -p $daemon -o pid= >/dev/null
looked=$?
if [ $looked -gt 1 ] || { [ $looked -eq 1 ] && kill -0 $daemon 2>/dev/null; }; then
    kill $daemon 2>/dev/null
    echo "failed to launch: $class: the command [ps] (package procps) did not find it." >&2
    exit 1
fi
