#!/bin/bash
until [ -e /opt/licence ]; do sleep 0.2; done
