#!/usr/bin/env bash
# launch.sh IMAGE NODES FOLDER: the floor of the launch benchmark. It makes by curl on the engine's socket the calls that
# a launch makes, and nothing else: network, container, archive, attach, start, wait for the node's word, remove. curl,
# because the docker command takes some 20 ms a call and curl makes several calls on one connection. NODES nodes start
# side by side, one driver and workers. FOLDER is what archive.sh has prepared.
set -euo pipefail
image=$1 nodes=$2 folder=$3
socket=${DOCKER_HOST:-unix:///var/run/docker.sock}
socket=${socket#unix://}
api=http://engine/v1.41
run=ns-floor-$$
third=$((RANDOM % 256))

# No call takes two minutes: what hangs is given up.
engine() { curl -sS --fail --max-time 120 --unix-socket "$socket" -o /dev/null "$@"; }
json=(-H 'Content-Type: application/json')

node_body() {
    printf '{"Image":"%s","Hostname":"%s","User":"0:0","Entrypoint":["/bin/sh","/databricks/.nodestart/node.sh"],"Cmd":[],
"OpenStdin":true,"AttachStdin":true,"AttachStdout":true,"AttachStderr":true,"Healthcheck":{"Test":["NONE"]},
"Labels":{"dev.nodestart.benchmark":"%s"},"HostConfig":{"NetworkMode":"%s","Init":true,%s},
"NetworkingConfig":{"EndpointsConfig":{"%s":{"IPAMConfig":{"IPv4Address":"10.140.%s.%s"}}}}}' \
        "$image" "$1" "$run" "$run" "$(<"$folder/limits")" "$run" "$third" "$2"
}

launch_node() {
    local number=$1 name=$run-$1 role=worker line
    ((number > 0)) || role=driver
    engine "${json[@]}" -d "$(node_body "$name" $((10 + number)))" "$api/containers/create?name=$name"
    while IFS= read -r line; do
        if [[ $line == *'floor: done'* ]]; then return 0; fi
    done < <(
        engine -I "$api/containers/$name/archive?path=/bin/sh" \
            --next --unix-socket "$socket" -sS --fail --max-time 120 -o /dev/null -H 'Content-Type: application/x-tar' -H 'Expect:' \
            -T "$folder/$role.tar" "$api/containers/$name/archive?path=/" \
            --next --unix-socket "$socket" -sS --fail --max-time 120 -o /dev/null -X POST "$api/containers/$name/start" \
            --next --unix-socket "$socket" -sSN --fail --max-time 120 -X POST \
            "$api/containers/$name/attach?stream=1&logs=1&stdout=1&stderr=1" 2>/dev/null
    )
    echo "floor: the node [$name] ended early" >&2
    return 1
}

waiting=()
interrupted=
remove_all() {
    local number deletes=()
    for ((number = 0; number < nodes; number++)); do
        engine -X DELETE "$api/containers/$run-$number?force=true&v=true" &
        deletes+=($!)
    done
    for number in "${deletes[@]}"; do
        wait "$number" || true
    done
    engine -X DELETE "$api/networks/$run"
}
finish() {
    trap '' INT TERM
    if [[ -z $interrupted ]]; then
        remove_all
        return
    fi
    ((${#waiting[@]} == 0)) || kill "${waiting[@]}" 2>/dev/null || true
    # What was being made when the first sweep came is there for the second.
    remove_all 2>/dev/null || true
    sleep 1
    remove_all 2>/dev/null || true
}
trap finish EXIT
trap 'interrupted=1; exit 130' INT TERM

engine "$api/images/$image/json"
for ((attempt = 0; ; attempt++)); do
    if engine "${json[@]}" "$api/networks/create" -d "{\"Name\":\"$run\",\"Driver\":\"bridge\",\"CheckDuplicate\":true,
\"IPAM\":{\"Config\":[{\"Subnet\":\"10.140.$third.0/24\"}]},\"Labels\":{\"dev.nodestart.benchmark\":\"$run\"}}"; then
        break
    fi
    ((attempt < 5)) || exit 1
    third=$((RANDOM % 256))
done
for ((number = 1; number < nodes; number++)); do
    launch_node "$number" &
    waiting+=($!)
done
launch_node 0
for pid in "${waiting[@]}"; do
    wait "$pid"
done
