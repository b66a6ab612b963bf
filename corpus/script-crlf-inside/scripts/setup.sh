#!/bin/bash
set -e
cd /tmp
