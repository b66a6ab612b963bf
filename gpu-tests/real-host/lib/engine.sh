# A Docker engine from the unpacked folder: no bridge, no iptables, a storage driver that works here.

engine_start() {
    local path=$bundle/engine storage=vfs tries
    cgroups_mount
    overlay_works && storage=overlay2
    sock=$work/docker.sock
    mkdir -p "$work/cdi"
    # an engine without a bridge removes the bridge of another engine, so it gets a network of its own then
    local apart=()
    # shellcheck disable=SC2016
    [[ -e /sys/class/net/docker0 ]] && apart=(unshare --net sh -c 'ip link set lo up; exec "$@"' sh)
    PATH=$path:$PATH LD_LIBRARY_PATH=$(engine_libraries) "${apart[@]}" "$path/dockerd" -H "unix://$sock" --data-root "$work/data" \
        --exec-root "$work/exec" -p "$work/docker.pid" --iptables=false --ip6tables=false --bridge=none -s "$storage" \
        --exec-opt native.cgroupdriver=cgroupfs --cdi-spec-dir "$work/cdi" >"$out/dockerd.log" 2>&1 &
    engine=$!
    for ((tries = 0; tries < 150; tries++)); do
        if [[ -S $sock ]] && java -cp "$bundle/app" Import "$sock" ping >/dev/null 2>&1; then
            export DOCKER_HOST=unix://$sock
            say "The engine runs, storage [$storage]."
            return 0
        fi
        kill -0 "$engine" 2>/dev/null || break
        sleep 0.2
    done
    say "The engine did not start: $(grep -iE 'level=(fatal|error)|failed' "$out/dockerd.log" | tail -n 1)"
    return 1
}

# The host's own libraries first; ours are for hosts that lack them.
engine_libraries() {
    ldd "$bundle/engine/dockerd" "$bundle/engine/runc" 2>/dev/null | grep -q 'not found' && echo "$bundle/engine/lib"
    return 0
}

engine_stop() {
    [[ -n ${engine-} ]] || return 0
    kill "$engine" 2>/dev/null
    wait "$engine" 2>/dev/null
    # what it mounted would keep the folder from being removed
    awk -v work="$work" 'index($5, work) == 1 { print $5 }' /proc/self/mountinfo | sort -r | xargs -r -n 1 umount -l 2>/dev/null
}

overlay_works() {
    local o=$work/overlay
    mkdir -p "$o"/{lower,upper,work,merged}
    mount -t overlay overlay -o "lowerdir=$o/lower,upperdir=$o/upper,workdir=$o/work" "$o/merged" 2>/dev/null || return 1
    umount "$o/merged"
}

cgroups_mount() {
    [[ -e /sys/fs/cgroup/cgroup.controllers || -d /sys/fs/cgroup/devices ]] && return 0
    mount -t cgroup2 none /sys/fs/cgroup 2>/dev/null ||
        say 'There are no cgroups, and none can be mounted: the engine may not start.'
}
