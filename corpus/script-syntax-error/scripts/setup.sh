#!/bin/bash
if [ -d /opt ]; then
  echo ok
