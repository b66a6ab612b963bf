#!/bin/bash
set -e
apt-get install -y libpostal-dev
