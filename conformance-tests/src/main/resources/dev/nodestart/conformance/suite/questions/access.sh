# Ways in for people.
#? ssh.config
sshd=$(command -v sshd)
[ -n "$sshd" ] || sshd=/usr/sbin/sshd
[ -x "$sshd" ] || exit 127
# What the service's start script does first.
mkdir -p /run/sshd
"$sshd" -t
#? ssh.host-keys
for key in /etc/ssh/ssh_host_*_key; do
    [ -s "$key" ] && printf '%s\n' "$key"
done
true
#? ssh.groups
while IFS=: read -r name password number members; do
    case $name in sudo | wheel | admin) printf '%s\t%s\n' "$name" "$members" ;; esac
done </etc/group
true
#? editor.packages
# Names of folders tell the versions without a Python.
for folder in "$NS_PYTHON_ROOT"/lib/python3*/site-packages/[Ii][Pp]ython-*-info "$NS_PYTHON_ROOT"/lib/python3*/site-packages/jedi-*-info; do
    [ -d "$folder" ] && printf '%s\n' "${folder##*/}"
done
true
#? lsp.import slow=30 early
/databricks/python-lsp/bin/python -c '
import sys
import pylsp
from importlib.metadata import version
print("pylsp")
print("python %d.%d" % sys.version_info[:2])
for name in ("python-lsp-server", "jedi"):
    try:
        print(name, version(name))
    except Exception:
        pass
'
