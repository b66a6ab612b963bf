#!/bin/bash
set -e
unzip -q /opt/package.zip
