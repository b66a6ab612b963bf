# An image of this host's own file system, with what a node of the platform needs.

image=nodestart/this-host:1

image_make() {
    local add=$work/add
    mkdir -p "$add"/{tmp,proc,sys,dev,run,root,var/tmp,var/log,home,opt,usr/lib/jvm,usr/local/bin,databricks/python3/bin}
    chmod 1777 "$add/tmp" "$add/var/tmp"
    cp -a "$bundle/jre" "$add/usr/lib/jvm/nodestart"
    ln -s /usr/lib/jvm/nodestart/bin/java "$add/usr/local/bin/java"
    image_stand_ins "$add"
    cp "$bundle/busybox" "$add/usr/local/bin/busybox"
    if command -v python3 >/dev/null; then
        ln -s "$(command -v python3)" "$add/databricks/python3/bin/python"
        ln -s "$(command -v python3)" "$add/databricks/python3/bin/python3"
    fi
    local folders=() folder
    for folder in bin sbin lib lib64 usr/bin usr/sbin usr/lib usr/lib64 usr/share/zoneinfo etc; do
        [[ -e /$folder ]] && folders+=("$folder")
    done
    # what is large beside the libraries is somebody's own software
    local large=()
    while read -r folder; do
        large+=("--exclude=${folder#/}" "--exclude=${folder#/usr/}")
    done < <(du -sm --threshold=200M /usr/lib/*/ 2>/dev/null | awk '{ sub("/$", "", $2); print $2 }' | grep -vE '/(x86_64-linux-gnu|python3[0-9.]*)$')
    say 'Packing the host'"'"'s system folders …'
    # the driver is the host's and comes with the device; toolchains, modules and firmware are not needed
    tar -C / --one-file-system --warning=no-file-ignored --warning=no-file-changed \
        --exclude='*/libcuda.so*' --exclude='*/libcudadebugger*' --exclude='*/libnvidia-*' --exclude='*/libnvcuvid*' \
        --exclude='*/nvidia-smi' --exclude='usr/lib/modules' --exclude='lib/modules' --exclude='usr/lib/firmware' \
        --exclude='usr/lib/jvm' --exclude='usr/lib/go*' --exclude='usr/lib/gcc*' --exclude='usr/lib/llvm*' \
        --exclude='usr/lib/debug' --exclude='*/docker*' --exclude='*/containerd*' --exclude='usr/bin/java*' \
        --exclude='etc/shadow*' --exclude='etc/gshadow*' --exclude='etc/ssh' --exclude='etc/ssl/private' \
        --exclude='etc/machine-id' --exclude='etc/apt/auth*' --exclude='etc/docker' \
        "${large[@]}" --exclude='usr/lib/*/dri' --exclude='usr/lib/*/*.a' --exclude='*/__pycache__' \
        -cf "$work/rootfs.tar" "${folders[@]}" 2>>"$out/run.log"
    # only leaves: an import takes no path twice
    (cd "$add" && find . -mindepth 1 \( ! -type d -o -empty \) -printf '%P\n') >"$work/leaves"
    tar -C "$add" --owner=0 --group=0 --no-recursion -rf "$work/rootfs.tar" -T "$work/leaves" || return 1
    say "Importing $(($(stat -c %s "$work/rootfs.tar") / 1048576)) MiB …"
    java -cp "$bundle/app" Import "$sock" import "$work/rootfs.tar" nodestart/this-host:plain || return 1
    rm -f "$work/rootfs.tar"
    derive plain 1 'NVIDIA_VISIBLE_DEVICES=all NVIDIA_DRIVER_CAPABILITIES=compute,utility LANG=C.UTF-8' &&
        derive 1 v1 'LD_LIBRARY_PATH=/usr/local/nvidia/lib:/usr/local/nvidia/lib64' && # as nvidia/cuda images have it
        derive 1 wrong 'LD_LIBRARY_PATH=/opt/wrong' &&
        derive 1 requires 'NVIDIA_REQUIRE_CUDA=cuda>=99.0' &&
        derive 1 preload 'LD_PRELOAD=/opt/nothing.so'
}

# derive FROM TO VARIABLES: the same image with more ENV. What a CDI specification sets is not seen by an exec, what the
# image sets is.
derive() {
    java -cp "$bundle/app" Import "$sock" derive "nodestart/this-host:$1" "nodestart/this-host:$2" "ENV $3"
}

# What the host lacks and a node calls; none of it has to do with the GPU.
image_stand_ins() {
    local bin=$1/usr/local/bin tool
    for tool in ip ps; do
        command -v $tool >/dev/null || ln -s busybox "$bin/$tool"
    done
    command -v sudo >/dev/null || cat >"$bin/sudo" <<'SUDO'
#!/bin/bash
while [[ ${1-} == -* ]]; do [[ $1 == -u ]] && shift; shift; done
exec env "$@" # as sudo does, words like [PATH=…] before the command set variables
SUDO
    command -v virtualenv >/dev/null || cat >"$bin/virtualenv" <<'VIRTUALENV'
#!/bin/sh
# the host has no virtualenv: an empty environment stands in, so that the driver comes up
for last in "$@"; do :; done
mkdir -p "$last/bin"
VIRTUALENV
    chmod +x "$bin"/* 2>/dev/null
    return 0
}
