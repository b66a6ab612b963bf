# What installs cluster libraries.
#? virtualenv.version slow=20
# The environment that the driver made tells the version of its maker; to ask virtualenv itself costs a Python.
made=/local_disk0/.ephemeral_nfs/cluster_libraries/python/pyvenv.cfg
if [ -r "$made" ] && program=$(command -v virtualenv); then
    while IFS='= ' read -r name value; do
        [ "$name" = virtualenv ] && printf 'virtualenv %s from %s\n' "$value" "$program" && exit 0
    done <"$made"
fi
virtualenv --version
#? libraries.locked
# The password itself is not a fact: only whether it is locked.
while IFS=: read -r name password rest; do
    [ "$name" = libraries ] || continue
    case $password in '!'* | '*'*) echo yes ;; *) echo no ;; esac
done </etc/shadow
#? virtualenv.update
case $VIRTUALENV_NO_PERIODIC_UPDATE in '' | 0 | [Ff]alse) ;; *) echo off ;; esac
for file in /usr/lib/python3/dist-packages /usr/local/lib/python3*/*-packages /usr/lib/python3*/site-packages "$NS_PYTHON_ROOT"/lib/python3*/site-packages; do
    file=$file/virtualenv/seed/embed/base_embed.py
    [ -r "$file" ] || continue
    while read -r name equals value; do
        [ "$name $value" = "PERIODIC_UPDATE_ON_BY_DEFAULT False" ] && echo off && break
    done <"$file"
done
true
