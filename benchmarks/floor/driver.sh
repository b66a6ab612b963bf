#!/bin/bash
# driver.sh: in a container of the floor, what the driver's start script and its JVM run.
# shellcheck source=/dev/null
. /databricks/.nodestart/launch.conf
ip -o -4 addr show >/dev/null
cd /databricks/driver || exit
flags=NS_JAVA_FLAGS_17
# shellcheck disable=SC2086
/usr/lib/jvm/"$JNAME"/bin/java -Djava.io.tmpdir=/local_disk0/tmp ${!flags} -Xshare:auto -XX:TieredStopAtLevel=1 \
    -XX:-UsePerfData -Xms16m -cp '/databricks/.nodestart/floor/classes:/databricks/jars/*' Trivial driver
cd /local_disk0/.ephemeral_nfs/cluster_libraries || exit
VIRTUALENV_NO_WHEEL=true virtualenv --no-download --no-setuptools python >/databricks/driver/logs/virtualenv.log 2>&1
