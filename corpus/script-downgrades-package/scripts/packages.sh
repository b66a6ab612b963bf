#!/bin/bash
rm -rf /databricks/python3/lib/python3.11/site-packages/ipykernel
