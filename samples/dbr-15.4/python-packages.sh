#!/bin/bash
# Installs the packages of a requirements file into a virtual environment, as many as can be had:
# the pin, else the index's newest, else, where no index answers at all, Debian's own packages.
#
#   python-packages.sh index|debian VENV REQUIREMENTS
set -euo pipefail
source=$1 venv=$2
work=$(mktemp -d)
grep -v '^#' "$3" | grep . >"$work/list"
export PIP_ROOT_USER_ACTION=ignore PIP_CACHE_DIR=$work/cache PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
pip=("$venv/bin/python" -m pip)

say() { echo "nodestart: $*"; }

from_debian() {
    say "Python packages come from Debian, $1"
    apt-get install -y -qq --no-install-recommends \
        python3-ipykernel python3-numpy python3-pandas python3-grpcio python3-protobuf python3-requests python3-setuptools
    warm_up
    exit 0
}

# What a node imports at its start is compiled by importing it once; compiling everything takes a minute more.
warm_up() {
    local module
    for module in ipykernel.kernelapp ipykernel.inprocess google.protobuf pyccolo numpy pandas pyarrow grpc grpc_status \
        requests setuptools.command.install distutils.version six; do
        "$venv/bin/python" -c "import $module" 2>/dev/null || say "Python cannot import $module"
    done
}

# Waiting for an index takes longer than the work: six at once.
download() {
    rm -f "$work"/part.*
    split -n r/6 "$work/list" "$work/part."
    # shellcheck disable=SC2016
    printf '%s\n' "$work"/part.?? | xargs -P 6 -I {} sh -c \
        '"$1" -m pip download -q --no-deps --only-binary :all: -d "$2" -r "$3" 2>"$3.err"' \
        sh "$venv/bin/python" "$work/wheels" {}
}

[ "$source" = index ] || from_debian "as asked"
"${pip[@]}" --retries 1 --timeout 15 install -q --no-deps --only-binary :all: "$(grep -m1 '^pip==' "$work/list")" ||
    from_debian "because the Python package index does not answer"

# pip stops at the first package that it cannot find; take the next best one and go on.
while ! download; do
    missing=$(sed -nE 's/^ERROR: No matching distribution found for ([A-Za-z0-9._-]+).*/\1/p' "$work"/part.*.err)
    [ -n "$missing" ] || { cat "$work"/part.*.err; from_debian "because the Python package index failed half-way"; }
    for name in $missing; do
        if grep -q "^$name==" "$work/list"; then
            say "$(grep "^$name==" "$work/list") is not on the index, taking the newest $name"
            sed -i -E "s/^($name)==.*/\1/" "$work/list"
        else
            say "$name is not on the index, left out"
            sed -i "/^$name$/d" "$work/list"
        fi
    done
done
"${pip[@]}" install -q --no-deps --no-index --no-compile "$work"/wheels/*.whl
warm_up
rm -rf "$work"
