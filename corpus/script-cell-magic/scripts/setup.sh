#!/bin/bash
set -e
%pip install pandas
