#!/bin/bash
set -e
cp /dbfs/FileStore/certificates/company.crt /usr/local/share/ca-certificates/
