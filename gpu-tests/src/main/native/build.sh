#!/bin/sh
# build.sh OUT: builds the GPU probe, with gcc alone. It fails where the program would need a newer glibc than 2.2.5.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
case $1 in
    /*) out=$1 ;;
    *) out=$PWD/$1 ;;
esac
cd "$here"
# names and times of the building machine stay out, so that the same compiler gives the same bytes
gcc -std=gnu11 -Os -Wall -Wextra -Wno-missing-field-initializers -fno-stack-protector -U_FORTIFY_SOURCE \
    -fno-pie -no-pie -fno-asynchronous-unwind-tables -ffile-prefix-map="$here"=. -nostartfiles -s \
    -Wl,--build-id=none -Wl,--hash-style=both -Wl,-z,noexecstack -Wl,-z,noseparate-code -Wl,--no-as-needed -Wl,-e,_start \
    -o "$out" start.c probe.c stage.c json.c util.c library.c digest.c system.c nodes.c candidates.c nvml.c \
    cuda.c gpu.c compute.c memory.c bandwidth.c peer.c framework.c -l:libdl.so.2
newer=$(objdump -T "$out" | grep -o 'GLIBC_[0-9.]*' | sort -u | grep -v '^GLIBC_2\.2\.5$' || true)
if [ -n "$newer" ]; then
    echo "The GPU probe needs symbols of [$(echo $newer)]; only GLIBC_2.2.5 is allowed." >&2
    rm -f "$out"
    exit 1
fi
