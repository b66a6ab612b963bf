# The node's file system where the platform writes, and what the image has under /databricks.
#? files.places
# What each place is, and whether root can make a file there.
for path in /databricks /databricks/python /local_disk0 /local_disk0/tmp /tmp /var/log /var/tmp /etc /root /run; do
    kind=missing
    if [ -L "$path" ]; then kind=link; elif [ -d "$path" ]; then kind=folder; elif [ -e "$path" ]; then kind=file; fi
    ! [ $kind = link ] || [ -e "$path" ] || kind=dangling
    written=no
    probe=$path/.nodestart-probe.$$
    if [ -d "$path" ] && { : >"$probe"; } 2>/dev/null; then
        written=yes
        set -- "$@" "$probe"
    fi
    printf 'place\t%s\t%s\t%s\n' "$path" "$kind" "$written"
done
rm -f "$@" 2>/dev/null
# Whether /databricks/python is the line's environment: -ef is in every shell that images have.
if [ /databricks/python/bin/python -ef "$NS_PYTHON_ROOT/bin/python" ] 2>/dev/null; then
    printf 'python-link\tsame\n'
elif [ -e /databricks/python/bin/python ] && [ -e "$NS_PYTHON_ROOT/bin/python" ]; then
    printf 'python-link\tother\n'
fi
ls -ldn /tmp /var/tmp /databricks /root 2>/dev/null
#? files.mounts
while read -r _ path _ options _; do
    case $path in
        /proc* | /sys* | /dev*) ;;
        *)
            case ,$options, in *,ro,*) printf 'mount\t%s\tread-only\n' "$path" ;; esac
            case ,$options, in *,noexec,*) printf 'mount\t%s\tnoexec\n' "$path" ;; esac
            ;;
    esac
done </proc/mounts
#? files.space
df -Pk / /tmp /local_disk0
#? files.jars slow=20 early
# ls tells size and mode of each; the first two letters tell whether it is a zip.
ls -lnA /databricks/jars
for jar in /databricks/jars/*.jar; do
    [ -f "$jar" ] || continue
    head=
    IFS= read -r head 2>/dev/null <"$jar"
    case $head in PK*) ;; *) printf 'not-zip\t%s\n' "$jar" ;; esac
done
#? files.own slow=20
# Files under the folders that the platform fills, and which of them are the runtime's.
find /databricks/spark /databricks/hive /databricks/common /databricks/python_shell /databricks/driver/conf -xdev -type f \
    ! -path '*/logs/*' ! -path '*/work/*' ! -path '*/__pycache__/*' 2>/dev/null | {
    count=0
    while [ $count -lt 2000 ] && IFS= read -r path; do
        printf 'file\t%s\n' "$path"
        count=$((count + 1))
    done
}
while IFS= read -r path; do printf 'runtime\t/databricks/%s\n' "$path"; done </databricks/.nodestart/tree.list
while IFS= read -r path; do printf 'runtime\t/databricks/%s\n' "$path"; done </databricks/.nodestart/keep/list
