#!/bin/bash
set -e
sudo -u ubuntu whoami
