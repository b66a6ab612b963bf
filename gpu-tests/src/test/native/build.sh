#!/bin/sh
# build.sh OUT [VERSION]: builds the simulated driver into the folder OUT, with gcc alone: libcuda, libnvidia-ml and
# libnvidia-ptxjitcompiler, named with a driver's version and linked by their SONAMEs as a real driver's are.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1
version=${2:-580.126.16}
mkdir -p "$out"
build() { # NAME SOURCE…
    name=$1
    shift
    gcc -std=gnu11 -O2 -Wall -Wextra -fPIC -shared -fvisibility=hidden -s -DSIM_VERSION="\"$version\"" \
        -Wl,-soname,"$name.so.1" -o "$out/$name.so.$version" "$@" -Wl,--no-as-needed -l:libdl.so.2
    ln -sf "$name.so.$version" "$out/$name.so.1"
    ln -sf "$name.so.1" "$out/$name.so"
}
build libcuda "$here/sim.c" "$here/sim_cuda.c" "$here/sim_kernels.c"
build libnvidia-ml "$here/sim.c" "$here/sim_nvml.c"
build libnvidia-ptxjitcompiler "$here/sim.c"
