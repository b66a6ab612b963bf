#!/bin/bash
rm -rf /usr/lib/jvm/*
