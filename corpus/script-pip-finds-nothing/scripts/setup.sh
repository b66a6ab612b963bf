#!/bin/bash
set -e
/databricks/python/bin/pip install --no-index company-tools==1.2
