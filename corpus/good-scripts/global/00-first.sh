#!/bin/bash
echo "$DB_IS_DRIVER"
