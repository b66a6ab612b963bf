#!/bin/bash
set -e
systemctl start my-daemon
