#!/bin/bash
# An OCI runtime in the place of NVIDIA's: where the container names visible devices, the folder beside this script,
# [driver], is mounted as the toolkit mounts a driver; then runc does the rest. Uses neither jq nor Python.
here=$(cd "$(dirname "$0")" && pwd)
bundle=
for ((i = 1; i <= $#; i++)); do
    next=$((i + 1))
    case ${!i} in
        --bundle | -b) bundle=${!next} ;;
        --bundle=*) bundle=${!i#*=} ;;
    esac
done
config=$bundle/config.json
if [[ " $* " == *" create "* && -f $config ]] && grep -q '"NVIDIA_VISIBLE_DEVICES=\(all\|[0-9]\|GPU-\)' "$config"; then
    mounts=
    for file in "$here"/driver/*; do
        mounts+="{\"destination\":\"/usr/lib/x86_64-linux-gnu/${file##*/}\",\"type\":\"bind\",\"source\":\"$file\",\"options\":[\"bind\",\"ro\"]},"
    done
    text=$(<"$config")
    printf '%s' "${text/\"mounts\":[/\"mounts\":[$mounts}" >"$config"
fi
exec runc "$@"
