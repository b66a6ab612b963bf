# What the operating system of the image brings.
#? system.tools
for tool in bash sudo ps ip cat mkdir virtualenv setfacl fusermount R Rscript java systemctl service locale timeout getent; do
    printf '%s\t%s\n' "$tool" "$(command -v "$tool")"
done
sshd=$(command -v sshd)
[ -n "$sshd" ] || { [ -x /usr/sbin/sshd ] && sshd=/usr/sbin/sshd; }
printf 'sshd\t%s\n' "$sshd"
#? system.release
while IFS= read -r line; do printf '%s\n' "$line"; done </etc/os-release
#? system.accounts
while IFS=: read -r name rest; do printf '%s:%s\n' "$name" "$rest"; done </etc/passwd
