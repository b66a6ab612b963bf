# The line's Python environment. NS_PYTHON is its interpreter, NS_PYTHON_ROOT its folder, NS_IMPORTS what its kernel imports.
#? python.layout
# What the files say, without starting an interpreter.
state() {
    if [ -x "$1" ] && ! [ -d "$1" ]; then echo executable; elif [ -d "$1" ]; then echo folder
    elif [ -e "$1" ]; then echo file; elif [ -L "$1" ]; then echo dangling; else echo missing; fi
}
for path in "$NS_PYTHON_ROOT" "$NS_PYTHON" /databricks/conda /databricks/python3; do
    printf 'path\t%s\t%s\n' "$path" "$(state "$path")"
done
for meta in "$NS_PYTHON_ROOT/conda-meta" /databricks/python3/conda-meta; do
    ! [ -d "$meta" ] || printf 'conda-meta\t%s\n' "$meta"
done
for env in /databricks/conda/envs/*; do
    ! [ -d "$env" ] || printf 'conda-env\t%s\n' "${env##*/}"
done
for lib in "$NS_PYTHON_ROOT"/lib/python3*; do
    ! [ -d "$lib" ] || printf 'lib\t%s\n' "${lib##*/}"
done
! [ -r "$NS_PYTHON_ROOT/pyvenv.cfg" ] || while IFS= read -r line || [ -n "$line" ]; do
    printf 'cfg\t%s\n' "$line"
done <"$NS_PYTHON_ROOT/pyvenv.cfg"
printf 'PYSPARK_PYTHON\t%s\n' "$(state "${PYSPARK_PYTHON:-/nonexistent}")"
[ -z "${NS_SPEC_PYTHON-}" ] || printf 'SPEC_PYTHON\t%s\n' "$(state "$NS_SPEC_PYTHON")"
#? pip.config
# Only what steers installs; whoever stands before a host is not a fact.
for file in /etc/pip.conf /etc/xdg/pip/pip.conf /root/.pip/pip.conf /root/.config/pip/pip.conf "$NS_PYTHON_ROOT/pip.conf"; do
    [ -r "$file" ] || continue
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
            *://*@*) rest=${line#*://} && line="${line%%://*}://***@${rest##*@}" ;;
        esac
        case $line in
            '' | '#'* | ';'*) ;;
            '['* | *=* | *://*) printf '%s\t%s\n' "$file" "$line" ;;
        esac
    done <"$file"
done
#? python.report slow=60 early
# One process tells everything about the interpreter and its packages. What the kernel imports is left to the kernel;
# pip comes last, because it switches setuptools' distutils off.
exec "$NS_PYTHON" -c '
import importlib, os, sys, time
try:
    os.nice(10)  # a driver that starts meanwhile goes first
except OSError:
    pass
def tell(*fields):
    print("\t".join(" ".join(str(field).split()) for field in fields), flush=True)
tell("@report", int(time.process_time() * 1000))
tell("version", ".".join(map(str, sys.version_info[:3])))
tell("executable", sys.executable)
tell("prefix", sys.prefix, sys.base_prefix)
import site
if site.ENABLE_USER_SITE and os.path.isdir(site.getusersitepackages()):
    tell("user-site", site.getusersitepackages())
own = getattr(sys, "stdlib_module_names", ())
for folder in os.environ.get("PYTHONPATH", "").split(":"):
    for name in sorted(os.listdir(folder)) if folder and os.path.isdir(folder) else ():
        module = name[:-3] if name.endswith(".py") else name
        if module in own and (module != name or os.path.isfile(os.path.join(folder, name, "__init__.py"))):
            tell("hides", module, os.path.join(folder, name))
from importlib.util import find_spec
def find(name):
    try:
        spec = find_spec(name)
        return (spec.origin or "namespace") if spec else ""
    except Exception as error:
        return ""
for name in ("ensurepip", "pyspark", "pkg_resources"):
    tell("module", name, find(name))
seen = set()
requires = {}
folders = [folder for folder in sys.path if os.path.isdir(folder)]
for folder in folders:
    for name in sorted(os.listdir(folder)):
        base, ending = os.path.splitext(name)
        if ending not in (".dist-info", ".egg-info") or "-" not in base:
            continue
        package, version = base.split("-")[:2]
        package = package.lower().replace("_", "-").replace(".", "-")
        tell("package", package, version, folder)
        if package not in seen:
            seen.add(package)
            requires[package] = (version, os.path.join(folder, name))
# The platform sets PYTHONPATH itself, so what the image names there is not in the way of a cell.
named = [os.path.realpath(folder or ".") for folder in os.environ.get("PYTHONPATH", "").split(":")] if os.environ.get("PYTHONPATH") else []
sys.path[:] = [folder for folder in sys.path if os.path.realpath(folder or ".") not in named]
kernel = os.environ.get("NS_IMPORTS", "").split()
others = "setuptools distutils.version six typing_extensions numpy pandas pyarrow grpc grpc_status requests google.protobuf traitlets ipykernel IPython".split()
for name in others:
    if name in kernel:
        continue
    if name == "distutils.version" and sys.version_info < (3, 12):
        continue
    tell("importing", name)
    begin = time.time()
    try:
        module = importlib.import_module(name)
        tell("import", name, "ok", getattr(module, "__version__", ""), int((time.time() - begin) * 1000))
    except BaseException as error:
        tell("import", name, type(error).__name__, str(error)[:300], int((time.time() - begin) * 1000))
try:
    from pip._vendor.packaging.requirements import Requirement
    versions = dict((name, found[0]) for name, found in requires.items())
    for package, (version, path) in sorted(requires.items()):
        metadata = os.path.join(path, "METADATA")
        if not os.path.isfile(metadata):
            continue
        with open(metadata, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                if not line.strip():
                    break
                if not line.startswith("Requires-Dist:") or "extra ==" in line:
                    continue
                wanted = Requirement(line[14:].split(";")[0].strip()) if ";" not in line else Requirement(line[14:].strip())
                if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
                    continue
                other = wanted.name.lower().replace("_", "-").replace(".", "-")
                if other not in versions:
                    tell("conflict", package, version, wanted.name, wanted.specifier, "")
                elif not wanted.specifier.contains(versions[other], prereleases=True):
                    tell("conflict", package, version, wanted.name, wanted.specifier, versions[other])
    tell("checked", len(requires))
except Exception as error:
    tell("unchecked", type(error).__name__, error)
tell("@end")
'
