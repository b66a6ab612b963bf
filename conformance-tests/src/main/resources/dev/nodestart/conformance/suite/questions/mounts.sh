# What the FUSE mounts may use.
#? mounts.fuse-conf
[ -r /etc/fuse.conf ] || exit 1
while read -r word rest; do
    case $word in '' | '#'*) ;; *) printf '%s\n' "$word" ;; esac
done </etc/fuse.conf
true
