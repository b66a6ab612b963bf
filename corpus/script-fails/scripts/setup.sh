#!/bin/bash
echo "configuring"
exit 3
