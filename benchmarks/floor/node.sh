#!/bin/sh
# Runs in a container of the floor, in place of Nodestart's agent: the programs that a node runs, in their order, and
# nothing around them. It says "floor: done" when the last one has ended.
# node.sh is started without arguments; launch.conf tells the role and the JVM flags.
home=/databricks/.nodestart
# shellcheck source=/dev/null
. $home/launch.conf
spark=/databricks/spark

# As the agent: the folders, then the runtime in its place.
mkdir -p /databricks/init_scripts /databricks/driver/conf /databricks/driver/logs /databricks/data/logs \
    /local_disk0/tmp /local_disk0/.ephemeral_nfs/cluster_libraries/python \
    /local_disk0/.ephemeral_nfs/cluster_libraries/r /local_disk0/.ephemeral_nfs/envs \
    /local_disk0/pythonVirtualEnvDirs /mnt/driver-daemon /tmp
set --
for folder in "$home"/tree/*; do
    [ -e "/databricks/${folder##*/}" ] || set -- "$@" "$folder"
done
[ $# -eq 0 ] || mv "$@" /databricks/
for folder in "$home"/tree/*; do
    ! [ -e "$folder" ] || { cp -R -p $home/tree/. /databricks/; break; }
done
[ -e /databricks/python ] || ln -s "$NS_PYTHON_ROOT" /databricks/python
[ -e /mnt/driver-daemon/jars ] || ln -s /databricks/jars /mnt/driver-daemon/jars
while read -r path; do
    [ -e "/databricks/$path" ] || mv "$home/keep/$path" "/databricks/$path"
done <$home/keep/list

if [ "$NS_ROLE" = driver ]; then
    bash $home/floor/daemon.sh Master
    sudo -E PATH="$PATH" bash $home/floor/driver.sh
else
    for step in hipaa-setup install_gpu_driver rotate_logs copy_conda_pkgs_dir; do
        $spark/scripts/$step.sh
    done
    bash $home/floor/daemon.sh Worker
    $spark/scripts/ganglia/start_ganglia.sh
    /databricks/python/bin/python --version
    $spark/scripts/set_jvms_oom_priority.sh
fi
while ! [ -e $home/run/daemon.done ]; do sleep 0.01; done
# As the agent does before a node is removed: an engine takes much longer for these many small files.
rm -rf /local_disk0/.ephemeral_nfs "${HOME:-/root}/.local/share/virtualenv"
echo 'floor: done'
while sleep 3600; do :; done
