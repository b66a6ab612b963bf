#!/bin/bash
set -euo pipefail
echo "token ${COMPANY_TOKEN}" > /etc/company.conf
