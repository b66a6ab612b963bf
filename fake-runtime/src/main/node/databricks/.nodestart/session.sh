#!/bin/bash
# Bridges standard input and output to the driver's command port (docs/node-protocol.md). Ends when either side does.
exec 3<>/dev/tcp/127.0.0.1/6061 || exit 1
# a background command gets no standard input unless it is told which
exec 4<&0
# dd and not cat: BusyBox's cat holds back what a socket gives until it ends
dd bs=65536 <&3 2>/dev/null &
reader=$!
dd bs=65536 <&4 >&3 2>/dev/null &
writer=$!
# Neither may outlive the other: a reader that stays holds the connection, and the driver never hears of its end.
wait -n
kill $reader $writer 2>/dev/null
