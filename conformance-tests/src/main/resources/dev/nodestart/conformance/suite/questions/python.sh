# The line's Python environment. NS_PYTHON is its interpreter, NS_PYTHON_ROOT its folder.
#? pip.version slow=20
/databricks/python/bin/pip --version
#? lsp.import slow=30
/databricks/python-lsp/bin/python -c 'import pylsp; print(pylsp.__name__)'
