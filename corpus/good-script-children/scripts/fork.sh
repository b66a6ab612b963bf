#!/bin/bash
for i in 1 2 3 4 5; do (sleep 300 &) ; done
nohup sh -c 'while :; do sleep 5; done' >/dev/null 2>&1 &
echo left
