#!/bin/bash
false
missing-command
true
