#!/usr/bin/env bash
# version.sh HOME: which Nodestart this is.
set -eu
version=$(sed -n 's,.*<version>\(.*\)</version>.*,\1,p' "$1/pom.xml" | head -n 1)
commit=$(git -C "$1" rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
printf '%s commit %s\n' "$version" "$commit"
