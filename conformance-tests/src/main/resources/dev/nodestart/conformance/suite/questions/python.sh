# The line's Python environment. NS_PYTHON is its interpreter, NS_PYTHON_ROOT its folder.
#? pip.version slow=20
/databricks/python/bin/pip --version
