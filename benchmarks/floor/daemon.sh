#!/bin/bash
# daemon.sh NAME: in a container of the floor, starts the JVM of Spark's master or worker in the background, and
# asks ps for it.
# shellcheck source=/dev/null
. /databricks/.nodestart/launch.conf
{
    /usr/lib/jvm/"$JNAME"/bin/java -Xshare:auto -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xms8m -Xmx64m \
        -cp '/databricks/spark/conf:/databricks/.nodestart/floor/classes:/databricks/jars/*' Trivial "$1" \
        >/databricks/spark/logs/daemon.out 2>&1
    : >/databricks/.nodestart/run/daemon.done
} </dev/null &
ps -p $! -o pid= >/dev/null
