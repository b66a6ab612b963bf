#!/bin/zsh
echo ok
