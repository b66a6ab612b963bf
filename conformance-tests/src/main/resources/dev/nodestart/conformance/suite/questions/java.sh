# The image's Java: the one on PATH, the one that JAVA_HOME names, and those that JNAME may name.
#? java.default
path=$(command -v java)
printf 'path\t%s\n' "$path"
printf 'real\t%s\n' "$([ -n "$path" ] && readlink -f "$path")"
printf 'JAVA_HOME\t%s\n' "$JAVA_HOME"
[ -n "$JAVA_HOME" ] && printf 'JAVA_HOME java\t%s\n' "$([ -x "$JAVA_HOME/bin/java" ] && readlink -f "$JAVA_HOME/bin/java")"
true
#? java.homes
# One line each: folder, version of its release file, jdk or jre, bytes of its trust store.
seen=
show() {
    home=$(readlink -f "$1")
    case $home in */jre) [ -e "$home/../bin/java" ] && home=${home%/jre} ;; esac
    case "$seen " in *" $home "*) return ;; esac
    seen="$seen $home"
    [ -x "$home/bin/java" ] || [ -x "$home/jre/bin/java" ] || return
    version=
    if [ -r "$home/release" ]; then
        while IFS='=' read -r name value; do
            [ "$name" = JAVA_VERSION ] && version=${value#\"} && version=${version%\"}
        done <"$home/release"
    fi
    kind=jre
    [ -x "$home/bin/javac" ] && kind=jdk
    store=$home/lib/security/cacerts
    [ -e "$home/jre/lib/security" ] && store=$home/jre/lib/security/cacerts
    bytes=missing
    [ -r "$store" ] && bytes=$(wc -c <"$store")
    printf '%s\t%s\t%s\t%s\n' "$home" "$version" "$kind" "${bytes##* }"
}
java=$(command -v java) && java=$(readlink -f "$java") && show "${java%/bin/java}"
[ -n "$JAVA_HOME" ] && show "$JAVA_HOME"
for folder in /usr/lib/jvm/*/; do
    [ -L "${folder%/}" ] || show "${folder%/}"
done
true
#? java.links
# Slim images leave out the manual pages that some links name.
for link in /etc/alternatives/ja* /etc/alternatives/jre* /usr/bin/java /usr/bin/javac /usr/local/bin/java /usr/lib/jvm/*; do
    case $link in *.gz) continue ;; esac
    [ -L "$link" ] && [ ! -e "$link" ] && printf '%s\t%s\n' "$link" "$(readlink "$link")"
done
true
#? java.run slow=20 early
# The Java that the start scripts choose, with the flags of the line. Options of the image are not a question of it, and
# may be secrets.
bash -c '
. /databricks/.nodestart/launch.conf
. /databricks/.nodestart/node.env
. /databricks/spark/scripts/setup_jvm.sh
unset JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS
printf "java\t%s\n" "$NS_JAVA"
exec "$NS_JAVA" $NS_JAVA_MAJOR_FLAGS $NS_JAVA_STUB_FLAGS -version 2>&1'
