# Has the byte code of a notebook's own pip made while its kernel starts: the first install would make it first, and
# the kernel keeps only one processor busy. Waits some seconds for the environment, which the first cell has made.
. /databricks/.nodestart/launch.conf
[ "$NS_LIBRARY_ISOLATION $NS_DRIVER_NFS" = "true true" ] || exit 0
tries=0
while [ $tries -lt 50 ]; do
    for environment in /local_disk0/.ephemeral_nfs/envs/pythonEnv-* /local_disk0/pythonVirtualEnvDirs/virtualEnv-*; do
        # virtualenv makes the command when all of pip is there
        [ ! -x "$environment/bin/pip" ] || exec "$environment/bin/python" -c 'import pip._internal.commands.install'
    done
    tries=$((tries + 1))
    sleep 0.05 || exit
done
