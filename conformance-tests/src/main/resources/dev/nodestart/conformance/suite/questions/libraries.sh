# What installs cluster libraries.
#? virtualenv.version slow=20
virtualenv --version
#? libraries.locked
# The password itself is not a fact: only whether it is locked.
while IFS=: read -r name password rest; do
    [ "$name" = libraries ] || continue
    case $password in '!'* | '*'*) echo yes ;; *) echo no ;; esac
done </etc/shadow
