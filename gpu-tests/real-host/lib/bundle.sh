# L1: the probe in a file system that is not this host's, with the driver put in, by runc alone and without an engine.

# bundle_run NAME LIBRARIES: leaves the probe's lines in $out/bundle-NAME.jsonl.
bundle_run() {
    local name=$1 libraries=$2 at=$work/l1-$1 code
    mkdir -p "$at/rootfs/proc" "$at/rootfs/dev" "$at/rootfs/sys" "$at/rootfs/tmp" "$at/rootfs/opt/driver"
    cp -a "$bundle/rootfs/." "$at/rootfs/"
    cp "$work/gpu-probe" "$at/rootfs/gpu-probe"
    bundle_config "$libraries" >"$at/config.json"
    cgroups_mount
    LD_LIBRARY_PATH=$(engine_libraries) PATH=$bundle/engine:$PATH timeout 150 "$bundle/engine/runc" --root "$work/runc" \
        run --bundle "$at" "nodestart-l1-$name-$$" </dev/null >"$out/bundle-$name.jsonl" 2>>"$out/run.log"
    code=$?
    rm -rf "$at"
    say "Probe in a foreign file system ($name): exit $code"
}

bundle_config() { # LIBRARIES, nothing for none
    local node
    printf '{"ociVersion":"1.0.2","root":{"path":"rootfs"},"hostname":"l1","process":{"terminal":false,"cwd":"/",'
    printf '"user":{"uid":0,"gid":0},"args":["/gpu-probe","--level","quick","--total","120"],'
    printf '"env":["PATH=/bin","LD_LIBRARY_PATH=/opt/driver"],"noNewPrivileges":true,'
    printf '"capabilities":{"bounding":["CAP_SETUID","CAP_SETGID"],"effective":["CAP_SETUID","CAP_SETGID"],"permitted":["CAP_SETUID","CAP_SETGID"]}},'
    printf '"mounts":[{"destination":"/proc","type":"proc","source":"proc"},'
    printf '{"destination":"/dev","type":"tmpfs","source":"tmpfs","options":["nosuid","mode=755"]},'
    printf '{"destination":"/sys","type":"sysfs","source":"sysfs","options":["nosuid","noexec","nodev","ro"]},'
    printf '{"destination":"/dev/shm","type":"tmpfs","source":"shm","options":["nosuid","noexec","nodev","size=1g"]}'
    for node in "${nodes[@]}"; do
        printf ',{"destination":"%s","type":"bind","source":"%s","options":["bind","rw"]}' "${node%%=*}" "${node#*=}"
    done
    [[ -z $1 ]] || printf ',{"destination":"/opt/driver","type":"bind","source":"%s","options":["rbind","ro"]}' "$1"
    printf '],"linux":{"namespaces":[{"type":"pid"},{"type":"ipc"},{"type":"uts"},{"type":"mount"},{"type":"network"}],'
    printf '"resources":{"devices":[{"allow":true,"access":"rwm"}]}}}\n'
}

bundles_run() {
    [[ -f $work/gpu-probe ]] || return 0
    bundle_run driver "$drv"
    # the control: without the driver's libraries the same run must find none
    bundle_run control ''
}
