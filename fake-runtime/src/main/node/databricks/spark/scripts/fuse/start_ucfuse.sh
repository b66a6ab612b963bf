#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
echo "Nodestart mounts no workspace storage: use --map for files that a script reads." >&2
exit 1
