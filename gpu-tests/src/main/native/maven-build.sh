#!/bin/sh
# maven-build.sh OUT: the probe for the jar. Built here where a gcc for x86-64 and glibc is there; elsewhere OUT already is
# the copy from src/main/prebuilt, and stays.
set -u
here=$(cd "$(dirname "$0")" && pwd)
out=$1
case $(gcc -dumpmachine 2>/dev/null) in
    x86_64*-linux-gnu) ;;
    *) exit 0 ;;
esac
built=$(dirname "$0")/../../../target/native/gpu-probe
mkdir -p "$(dirname "$built")"
if [ ! -e "$built" ] || [ -n "$(find "$here" -newer "$built" -type f)" ]; then
    rm -f "$built"
    if ! "$here/build.sh" "$built"; then
        echo "The GPU probe could not be built by this gcc; the copy in the repository is used." >&2
        rm -f "$built"
        exit 0
    fi
fi
cmp -s "$built" "$out" || cp "$built" "$out"
