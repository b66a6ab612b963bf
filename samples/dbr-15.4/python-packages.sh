#!/bin/bash
# Installs the packages of a requirements file into a virtual environment, as many as can be had:
# the pin, else the index's newest, else, where no index answers at all, Debian's own packages.
#
#   python-packages.sh index|debian VENV REQUIREMENTS
set -euo pipefail
source=$1 venv=$2 list=$(mktemp)
cp "$3" "$list"
pip=("$venv/bin/python" -m pip --disable-pip-version-check --no-input)
export PIP_ROOT_USER_ACTION=ignore PIP_NO_CACHE_DIR=1

say() { echo "nodestart: $*"; }

from_debian() {
    say "Python packages from Debian: $1"
    apt-get install -y -qq --no-install-recommends \
        python3-ipykernel python3-numpy python3-pandas python3-grpcio python3-protobuf python3-requests python3-setuptools
    exit 0
}

[ "$source" = index ] || from_debian "as asked"
"${pip[@]}" --retries 1 --timeout 15 install -q --no-deps --only-binary :all: "$(grep -m1 '^pip==' "$list")" ||
    from_debian "the Python package index does not answer"

# pip stops at the first package that it cannot find; take the next best one and go on.
while ! "${pip[@]}" install -q --no-deps --only-binary :all: -r "$list" 2> >(tee "$list.err" >&2); do
    missing=$(sed -nE 's/^ERROR: No matching distribution found for ([A-Za-z0-9._-]+).*/\1/p' "$list.err" | head -n 1)
    [ -n "$missing" ] || from_debian "the Python package index failed half-way"
    if grep -q "^$missing==" "$list"; then
        say "$(grep "^$missing==" "$list") is not on the index, taking the newest $missing"
        sed -i -E "s/^($missing)==.*/\1/" "$list"
    else
        say "$missing is not on the index, left out"
        sed -i "/^$missing$/d" "$list"
    fi
done
rm -f "$list" "$list.err"
