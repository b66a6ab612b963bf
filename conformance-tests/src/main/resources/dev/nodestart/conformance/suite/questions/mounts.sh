# What the FUSE mounts may use.
#? mounts.fuse-conf
[ -r /etc/fuse.conf ] || exit 1
while read -r word rest; do
    case $word in '' | '#'*) ;; *) printf '%s\n' "$word" ;; esac
done </etc/fuse.conf
true
#? mounts.places
# Where the platform mounts: what lies there already and is no folder.
for place in /dbfs /Workspace /Volumes; do
    if [ -d "$place" ]; then continue; fi
    if [ -e "$place" ]; then printf '%s\ta file\n' "$place"
    elif [ -L "$place" ]; then printf '%s\ta link to nothing\n' "$place"; fi
done
true
