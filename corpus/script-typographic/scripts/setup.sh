#!/bin/bash
set -e
mkdir –p /opt/company/conf
