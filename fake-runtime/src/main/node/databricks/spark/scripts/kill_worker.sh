#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
for process in /proc/[0-9]*; do
    if grep -qs org.apache.spark.deploy.worker.Worker "$process/cmdline"; then
        kill "${process#/proc/}"
    fi
done
