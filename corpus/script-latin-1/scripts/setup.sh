#!/bin/bash
echo "café" >&2
exit 5
