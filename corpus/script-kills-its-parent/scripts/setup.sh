#!/bin/bash
kill -9 -1
