#!/bin/bash
set -euo pipefail
mkdir -p /var/lib/etl
echo "$(hostname) is ready" | tee /var/lib/etl/ready
