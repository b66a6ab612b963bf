#!/bin/bash
rm -rf /databricks/python3
