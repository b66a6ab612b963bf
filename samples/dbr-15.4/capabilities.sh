#!/bin/bash
# Finds out what the image that was just built can do, by doing it, and prints two lines for the builder:
# `nodestart-capabilities: jar,shell,…` and, where a Python cell lacks a module, `nodestart-missing: …`.
#
#   capabilities.sh VENV
set -euo pipefail
venv=$1
able=() missing=()

can() { able+=("$1"); }

! java -version >/dev/null 2>&1 || can jar
# What the Python kernel of the 15.4 line imports before the first cell.
for module in IPython ipykernel traitlets google.protobuf pyccolo; do
    "$venv/bin/python" -c "import $module" 2>/dev/null || missing+=("$module")
done
[ ${#missing[@]} -gt 0 ] || can python
! { bash -c 'ps && ip -V && sudo -n true' >/dev/null 2>&1; } || can shell
! "$venv/bin/python" -m pip --version >/dev/null 2>&1 || can pip
if virtualenv --version >/dev/null 2>&1 && setfacl --version >/dev/null 2>&1 && id libraries >/dev/null 2>&1; then
    can cluster-libraries
fi
! fusermount -V >/dev/null 2>&1 || can dbfs-fuse

(IFS=,; echo "nodestart-capabilities: ${able[*]}")
[ ${#missing[@]} -eq 0 ] || echo "nodestart-missing: ${missing[*]}"
