def nodestart_imports(names):
    import importlib
    import time

    def tell(*fields):
        print("\t".join(" ".join(str(field).split()) for field in fields), flush=True)

    for name in names:
        tell("importing", name)
        begin = time.time()
        try:
            module = importlib.import_module(name)
            told = ("ok", getattr(module, "__version__", ""))
        except BaseException as error:
            told = (type(error).__name__, str(error)[:300])
        tell("import", name, *told, int((time.time() - begin) * 1000))


nodestart_imports("%NAMES%".split())
del nodestart_imports
