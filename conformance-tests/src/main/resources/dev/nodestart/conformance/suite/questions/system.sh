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
#? system.bash
# Scripts begin with #!/bin/bash: the one on PATH does not help them.
/bin/bash -c 'printf "%s\n" "$BASH_VERSION"'
#? system.coreutils
# busybox knows no --version, and says who it is.
ls --version 2>&1
#? system.ps
# Other processes' arguments may be secrets: only whether it works is a fact.
ps -ef >/dev/null && echo works
#? system.ip
ip -o -4 addr show
#? system.sudo
sudo -n true && echo works
#? system.acl
setfacl --version
#? system.locale
printf 'LANG=%s\nLC_ALL=%s\n' "$LANG" "$LC_ALL"
command -v locale >/dev/null && printf 'charmap=%s\n' "$(locale charmap)"
#? system.host
read -r name </proc/sys/kernel/hostname
printf 'name\t%s\n' "$name"
if command -v getent >/dev/null; then
    printf 'getent\t%s\n' "$(getent hosts "$name")"
fi
# nodes of the platform have no name service that knows them, as an engine's network has
printf 'files\tread\n'
order=files
if [ -r /etc/nsswitch.conf ]; then
    while read -r database services; do
        [ "$database" = hosts: ] && order=$services
    done </etc/nsswitch.conf
fi
case " $order " in
    *" files "*)
        while read -r address names; do
            case " $names " in *" $name "*) printf 'hosts\t%s\n' "$address" ;; esac
        done </etc/hosts
        ;;
esac
#? system.certificates
for file in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem; do
    [ -s "$file" ] && printf '%s\n' "$file"
done
true
#? system.libc
for file in /lib/ld-musl-* /lib64/ld-linux-* /lib/ld-linux-*; do
    [ -e "$file" ] && printf '%s\n' "$file"
done
true
#? system.tmp
[ -k /tmp ] && echo sticky
file=/tmp/.nodestart-probe.$$
printf '#!/bin/sh\necho runs\n' >"$file" || exit 1
echo writable
chmod +x "$file" && "$file"
code=$?
rm -f "$file"
exit $code
#? system.packages
for tool in apt-get apk dnf microdnf yum zypper; do
    command -v "$tool" >/dev/null && printf '%s\n' "$tool"
done
true
