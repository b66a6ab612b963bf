# The shells of the image.
#? shell.bash
bash --norc --noprofile -c 'printf "bash\t%s\n" "$BASH_VERSION"'
for link in /bin/sh /bin/bash; do
    printf '%s\t%s\n' "$link" "$(readlink -f "$link" 2>/dev/null)"
done
printf 'TERM\t%s\n' "${TERM-}"
#? shell.login slow=20 early
# What a login shell says before its command, and whether its profile lets it come to one.
HOME=/root bash -lc 'printf "@login %s\n" "$?"' nodestart
