#!/bin/bash
set -e
curl -fsSL http://127.0.0.1:9/agent.sh -o /tmp/agent.sh
