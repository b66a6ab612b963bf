#!/usr/bin/env bash
# archive.sh STUB_TREE_JAR LAUNCH_CONF JNAME FOLDER: prepares what the floor copies into its containers: the same
# tree that a node gets, with the floor's own script in the agent's place.
# Makes FOLDER/driver.tar and FOLDER/worker.tar.
set -euo pipefail
jar=$1 conf=$2 jname=$3 folder=$4
here=$(cd -P "${BASH_SOURCE[0]%/*}" && pwd)

stage=$folder/stage
node=$stage/databricks/.nodestart
mkdir -p "$folder/jar" "$node/tree" "$node/run" "$node/init" "$node/floor/classes"
(cd "$folder/jar" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$jar")
cp -R "$folder/jar/databricks/.nodestart/." "$node/"
for part in "$folder"/jar/databricks/*; do
    cp -R "$part" "$node/tree/"
done
mkdir -p "$node"/tree/{common/conf,hive/conf,spark/conf,spark/R/lib,spark/logs}
for level in 17 21; do
    cp -R "$node/gates/template" "$node/gates/$level"
done
rm -r "$node/gates/template"
(cd "$node/tree" && find . -type f) >"$node/tree.list"
: >"$node/node.env"
: >"$node/custom-spark.conf"
: >"$node/init/manifest"
: >"$node/tree/spark/conf/spark-env.sh"
grep -rlZ '^#!' "$node" | xargs -0 chmod 0755
"${JAVA_HOME:+$JAVA_HOME/bin/}javac" -Xlint:none --release 8 -d "$node/floor/classes" "$here/Trivial.java" 2>/dev/null
cp "$here/node.sh" "$node/node.sh"
cp "$here/daemon.sh" "$node/floor/daemon.sh"
cp "$here/driver.sh" "$node/floor/driver.sh"

for role in driver worker; do
    { cat "$conf"; printf "NS_ROLE='%s'\nJNAME='%s'\n" "$role" "$jname"; } >"$node/launch.conf"
    tar -C "$stage" --owner=0 --group=0 -cf "$folder/$role.tar" databricks
done
