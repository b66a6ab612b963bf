#!/bin/bash
set -e
if [[ -d /opt ]]; then echo ok; fi
[[ -d /opt ]]
