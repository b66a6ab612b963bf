# The runs: those that must pass, and the controls of which each must make checks fail that passed before.

# cdi_write VARIANT: V2 binds each library beside the image's own, V1 mounts a folder that the image
# has in LD_LIBRARY_PATH (gpu.md §6.4); the others are broken on purpose.
cdi_write() {
    local variant=$1 separator= node path file name
    {
        printf '{"cdiVersion":"0.5.0","kind":"nvidia.com/gpu","devices":[{"name":"all","containerEdits":{"deviceNodes":['
        for node in "${nodes[@]}"; do
            path=${node%%=*}
            [[ $variant == no-device && $path =~ nvidia[0-9]+$ ]] && continue
            [[ $variant == no-uvm && $path == *uvm* ]] && continue
            printf '%s{"path":"%s","hostPath":"%s"}' "$separator" "$path" "${node#*=}"
            separator=,
        done
        # a device must change something: without nodes there is a variable
        printf '],"env":["NODESTART_CDI=%s"]}}],"containerEdits":{"env":["NVIDIA_VISIBLE_DEVICES=void"],"mounts":[' "$variant"
        separator=
        if [[ $variant == v1 ]]; then
            printf '{"hostPath":"%s","containerPath":"/usr/local/nvidia/lib64","options":["ro","nosuid","nodev","rbind"]}' "$drv"
        else
            for file in "$drv"/*; do
                name=$(basename "$file")
                [[ $variant == no-library && $name == libcuda.so* ]] && continue
                [[ $variant == no-jit && $name == *ptxjit* ]] && continue
                printf '%s{"hostPath":"%s","containerPath":"/usr/lib/x86_64-linux-gnu/%s","options":["ro","nosuid","nodev","bind"]}' \
                    "$separator" "$(readlink -f "$file")" "$name"
                separator=,
            done
            case $variant in
                wrong-library) printf ',{"hostPath":"%s","containerPath":"/opt/wrong","options":["ro","rbind"]}' "$work/wrong" ;;
                foreign-driver) printf ',{"hostPath":"%s","containerPath":"/opt/wrong","options":["ro","rbind"]}' "$bundle/sim" ;;
            esac
        fi
        printf ']}}\n'
    } >"$work/cdi.new"
    # written and not moved: the engine's watch on the folder sees no file that is moved into it
    cat "$work/cdi.new" >"$work/cdi/nvidia.json"
    sleep 1
}

# verify CASE IMAGE ARGUMENT...: one run of the product's own command, its reports under the case's name.
verify() {
    local case=$1 wanted=$2 left=$((deadline - SECONDS)) status
    shift 2
    if [[ $left -lt 30 ]]; then
        say "$case: left out, the time is over."
        return 1
    fi
    timeout "$left" "$bundle/jre/bin/java" -Xmx512m -cp "$bundle/app/nodestart.jar" dev.nodestart.cli.Main verify "$wanted" \
        --dbr "$dbr" --no-color --pull never --spark-timeout 90 \
        --report "json=$out/reports/$case.json" --report "html=$out/reports/$case.html" "$@" >"$out/reports/$case.txt" 2>&1
    status=$?
    say "$case: exit $status, $(head -n 40 "$out/reports/$case.txt" | grep -m 1 -E '^(WORKS|DEGRADED|DOES_NOT_BOOT|INCONCLUSIVE)' || head -n 1 "$out/reports/$case.txt")"
    return 0
}

cases_run() {
    export NODESTART_GPU_DRIVER=$drv # for the explicit way
    mkdir -p "$work/wrong"
    printf 'not a library\n' >"$work/wrong/libcuda.so.1"
    cdi_write v2
    verify cdi-v2 "$image" --gpus all --gpu-level full --gpu-ways all --require gpu
    cdi_write v1
    verify cdi-v1 nodestart/this-host:v1 --gpus all --gpu-level quick --require gpu
    verify explicit "$image" --gpus all --gpu-way explicit --gpu-level quick --require gpu
    local control
    for control in no-device no-library no-uvm no-jit wrong-library foreign-driver; do
        cdi_write $control
        local tag=1
        [[ $control =~ wrong|foreign ]] && tag=wrong
        verify "control-$control" "nodestart/this-host:$tag" --gpus all --gpu-way cdi --gpu-level quick --require gpu --only gpu
    done
    cdi_write v2
    for control in requires plain preload; do
        verify "control-image-$control" "nodestart/this-host:$control" --gpus all --gpu-way cdi --gpu-level quick --require gpu --only gpu
    done
    verify control-unknown-device "$image" --gpus GPU-00000000-0000-0000-0000-000000000000 --gpu-way cdi --require gpu --only gpu
    verify control-no-toolkit "$image" --gpus all --gpu-way runtime --require gpu --only gpu
}
