#!/bin/bash
set -e
/opt/helper.sh
