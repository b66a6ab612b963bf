#!/bin/bash
set -e
/usr/local/bin/agent --install
