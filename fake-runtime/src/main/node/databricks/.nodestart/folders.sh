# The platform's folder-making step, run as the image's own user (dcs.md §4.9, F16).
mkdir -p \
    /databricks/init_scripts \
    /databricks/driver/conf \
    /databricks/driver/logs \
    /databricks/data/logs \
    /local_disk0/tmp \
    /local_disk0/.ephemeral_nfs/cluster_libraries/python \
    /local_disk0/.ephemeral_nfs/cluster_libraries/r \
    /local_disk0/.ephemeral_nfs/envs \
    /local_disk0/pythonVirtualEnvDirs \
    /mnt/driver-daemon \
    /tmp &&
    # what the start scripts read is written there
    : >/tmp/driver-env.sh
