# What a node cannot start without, where it is not there. Builtins only: anything else may be what is missing.
for tool in bash sudo ps ip virtualenv; do
    command -v $tool >/dev/null || echo "command [$tool]"
done
java=$(command -v java)
for program in /usr/lib/jvm/*/bin/java /usr/lib/jvm/*/jre/bin/java; do
    [ -x "$program" ] && java=$program
done
[ -n "$java" ] || echo "command [java]"
# Only a JDK that JNAME may choose on this line is of use, the line's own first.
for wanted in $NS_JNAME; do
    for folder in /usr/lib/jvm/*; do
        ! [ -L "$folder" ] && { [ -x "$folder/bin/java" ] || [ -x "$folder/jre/bin/java" ]; } || continue
        # Debian's Java 8 has no release file; rt.jar went with Java 9.
        version=
        [ -e "$folder/lib/rt.jar" ] || [ -e "$folder/jre/lib/rt.jar" ] && version=8
        [ -r "$folder/release" ] && while IFS= read -r line; do
            case $line in
                JAVA_VERSION=*) version=${line#JAVA_VERSION=\"} version=${version#1.} ;;
            esac
        done <"$folder/release"
        [ "${version%%[!0-9]*}" != "$wanted" ] || echo "JDK [${folder##*/}]"
    done
done
[ -r /etc/nsswitch.conf ] && while read -r database services; do
    case "$database $services " in
        'passwd: '*' files '* | 'passwd: '*' compat '* | 'passwd: files '* | 'passwd: compat '*) ;;
        'passwd: '*) echo "files in [passwd: $services] of [/etc/nsswitch.conf]" ;;
    esac
done </etc/nsswitch.conf
if [ -x "$NS_PYTHON" ]; then
    usual=$IFS
    for module in $NS_IMPORTS; do
        IFS=.
        set -- $module
        IFS=/
        path="$*"
        IFS=$usual
        there=
        for site in "$NS_PYTHON_ROOT"/lib/python3*/site-packages /usr/lib/python3*/dist-packages \
            /usr/local/lib/python3*/dist-packages /usr/local/lib/python3*/site-packages; do
            [ -e "$site/$path" ] || [ -e "$site/$path.py" ] && there=1
        done
        [ -n "$there" ] || echo "module [$module]"
    done
else
    echo "python [$NS_PYTHON]"
fi
virtualenv=$(command -v virtualenv)
if [ -n "$virtualenv" ] && IFS= read -r first 2>/dev/null <"$virtualenv"; then
    case $first in
        '#!'*)
            # shellcheck disable=SC2086
            set -- ${first#??}
            [ -x "$1" ] || echo "interpreter [$1] of [virtualenv]"
            ;;
    esac
fi
