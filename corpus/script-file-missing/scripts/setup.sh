#!/bin/bash
set -e
cp /opt/company/company.conf /etc/
