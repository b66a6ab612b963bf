#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
# Sourced: which environment is the root one (dcs.md §4.5): a conda one where it is named, else the virtualenv.
if [ -n "$DATABRICKS_ROOT_CONDA_ENV" ] && [ -d "/databricks/conda/envs/$DATABRICKS_ROOT_CONDA_ENV" ]; then
    export CONDA_PREFIX=/databricks/conda/envs/$DATABRICKS_ROOT_CONDA_ENV
else
    export DATABRICKS_ROOT_VIRTUALENV_ENV=${DATABRICKS_ROOT_VIRTUALENV_ENV:-$NS_PYTHON_ROOT}
    export DEFAULT_DATABRICKS_ROOT_VIRTUALENV_ENV=${DEFAULT_DATABRICKS_ROOT_VIRTUALENV_ENV:-$NS_PYTHON_ROOT}
fi
