#!/bin/bash
nohup sleep 300 >/dev/null 2>&1 &
sleep 301 &
echo started
