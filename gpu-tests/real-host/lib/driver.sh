# What this machine has of NVIDIA's driver: device nodes and libraries, collected in one folder.

describe_host() {
    date -u '+date %Y-%m-%dT%H:%M:%SZ'
    [[ -n $rehearse ]] && echo 'simulated yes' || echo 'simulated no'
    echo "nodestart $(cat "$bundle/VERSION")"
    sed 's/^/engine-package /' "$bundle/ENGINE"
    echo "kernel $(uname -r)"
    echo "libc $(ldd --version 2>/dev/null | head -n 1)"
    sed -n 's/^PRETTY_NAME="\(.*\)"/system \1/p' /etc/os-release
    sed 's/^/nvrm /' /proc/driver/nvidia/version 2>/dev/null
    grep -h . /proc/driver/nvidia/gpus/*/information 2>/dev/null | sed 's/^/gpu /'
    ls -l /dev/nvidia* /dev/nvidia-caps 2>/dev/null | sed 's/^/node /'
    command -v nvidia-smi >/dev/null && timeout 20 nvidia-smi -L | sed 's/^/smi /'
    return 0
}

# Fills $work/driver/lib64 and the arrays `nodes` (path=hostPath); gives 1 where there is no driver.
driver_find() {
    nodes=()
    drv=$work/driver/lib64
    mkdir -p "$drv"
    if [[ -n $rehearse ]]; then
        cp -a "$bundle"/sim/. "$drv/"
        mkdir -p "$work/dev"
        local name
        for name in nvidia0 nvidiactl nvidia-uvm nvidia-uvm-tools; do
            mknod -m 666 "$work/dev/$name" c 1 3 # stand-ins that can be opened
            nodes+=("/dev/$name=$work/dev/$name")
        done
    else
        local node
        for node in /dev/nvidia[0-9]* /dev/nvidiactl /dev/nvidia-uvm /dev/nvidia-uvm-tools /dev/nvidia-modeset /dev/nvidia-caps/*; do
            [[ -c $node ]] && nodes+=("$node=$node")
        done
        [[ ${#nodes[@]} -gt 0 ]] || { say 'There are no NVIDIA device nodes here.'; return 1; }
        driver_copy
    fi
    version=$(find "$drv" -name 'libcuda.so.*.*' -type f | sed 's/.*libcuda\.so\.//' | head -n 1)
    [[ -n $version ]] || { say 'There is no libcuda here.'; return 1; }
    say "Driver libraries $version, device nodes: ${nodes[*]%%=*}"
}

driver_copy() {
    local loaded folder file
    loaded=$(sed -n 's/^NVRM version:.*[^0-9.]\([0-9]\+\.[0-9.]\+\)  .*/\1/p' /proc/driver/nvidia/version)
    for folder in /usr/lib/x86_64-linux-gnu /usr/lib64 /usr/local/nvidia/lib64 /usr/local/nvidia/lib \
        /usr/lib/x86_64-linux-gnu/nvidia/current $(ldconfig -p 2>/dev/null | sed -n 's,.*libcuda\.so\.1.* => \(.*\)/libcuda\.so\.1$,\1,p'); do
        [[ -e $folder/libcuda.so.1 ]] || continue
        [[ -z $loaded || -e $folder/libcuda.so.$loaded ]] || continue
        loaded=${loaded:-$(basename "$(readlink -f "$folder/libcuda.so.1")" | sed 's/libcuda\.so\.//')}
        say "The driver's libraries are in [$folder]."
        for file in "$folder"/lib{cuda,cudadebugger,nvidia-ml,nvidia-ptxjitcompiler,nvidia-nvvm,nvidia-nvvm70,nvidia-gpucomp}.so."$loaded"; do
            [[ -f $file ]] || continue
            cp -L "$file" "$drv/"
            driver_link "$(basename "$file")" "$folder"
        done
        return 0
    done
}

# The links of a library as its own folder has them; the plain SONAME where it has none.
driver_link() {
    local name=$1 folder=$2 link found=
    for link in "$folder/${name%%.so.*}".so*; do
        if [[ -L $link && $(basename "$(readlink -f "$link")") == "$name" ]]; then
            ln -sf "$name" "$drv/$(basename "$link")"
            found=yes
        fi
    done
    [[ -n $found || $name == *gpucomp* ]] || ln -sf "$name" "$drv/${name%%.so.*}.so.1"
}

# L0: the probe itself on the host, outside of any container.
probe_on_host() {
    java -cp "$bundle/app:$bundle/app/nodestart.jar" Extract "$work/gpu-probe" || return 0
    chmod +x "$work/gpu-probe"
    local level
    for level in quick full; do
        LD_LIBRARY_PATH=$drv timeout 180 "$work/gpu-probe" --level $level --total 150 \
            >"$out/host-probe-$level.jsonl" 2>>"$out/run.log"
        say "Probe on the host, level $level: exit $?"
    done
    torch_on_host
}

# What PyTorch's own copy reaches on the same device, where the host has PyTorch.
torch_on_host() {
    command -v python3 >/dev/null || return 0
    timeout 120 python3 - >"$out/host-torch.json" 2>"$out/host-torch.err" <<'PYTHON' || rm -f "$out/host-torch.json"
import json, torch
n = 1 << 28
source = torch.empty(n, dtype=torch.float32, device="cuda").normal_()
target = torch.empty_like(source)
times = []
for _ in range(15):
    begin, end = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
    begin.record(); target.copy_(source); end.record(); torch.cuda.synchronize()
    times.append(begin.elapsed_time(end))
times = sorted(times[5:])
median = times[len(times) // 2]
print(json.dumps({"torch": torch.__version__, "cuda": torch.version.cuda, "bytes": 4 * n,
                  "d2d_gbps": 2 * 4 * n / median / 1e6, "runs": len(times)}))
PYTHON
}
