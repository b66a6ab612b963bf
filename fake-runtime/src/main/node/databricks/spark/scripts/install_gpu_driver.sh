#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
# A node's device driver belongs to its host (dcs.md F32): nothing is installed.
