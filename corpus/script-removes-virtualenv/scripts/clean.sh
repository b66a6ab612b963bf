#!/bin/bash
rm -f /usr/bin/virtualenv
