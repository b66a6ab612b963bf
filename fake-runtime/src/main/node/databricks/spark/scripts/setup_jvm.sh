#!/bin/bash
# Nodestart's own. Sourced: chooses the Java to run (dcs.md §4.8). Sets NS_JAVA (the program), NS_JAVA_MAJOR_FLAGS (the
# runtime line's flags for it) and NS_CLASSPATH.
# An image's own start script may come here without the launch's settings.
[ -n "$NS_JAVA_DEFAULT" ] || . /databricks/.nodestart/launch.conf
if [ -n "$JNAME" ]; then
    NS_JAVA=/usr/lib/jvm/$JNAME/bin/java
    [ -x "$NS_JAVA" ] || NS_JAVA=/usr/lib/jvm/$JNAME/jre/bin/java
    if [ ! -x "$NS_JAVA" ]; then
        for program in /usr/lib/jvm/"$JNAME"/{,jre/}bin/java; do
            if [ -e "$program" ] || [ -L "$program" ]; then
                echo "JNAME [$JNAME] names a Java that cannot be run: [$program] is a link to nothing, or not executable." >&2
                exit 1
            fi
        done
        there=
        for folder in /usr/lib/jvm/*/; do
            [ -x "$folder/bin/java" ] || [ -x "$folder/jre/bin/java" ] || continue
            folder=${folder%/}
            there="$there${there:+, }${folder##*/}"
        done
        echo "JNAME [$JNAME] names no Java under /usr/lib/jvm; there are [$there]." >&2
        exit 1
    fi
elif ! NS_JAVA=$(command -v java); then
    echo "${BASH_SOURCE[1]}: line ${BASH_LINENO[0]}: java: command not found" >&2
    exit 127
fi

# java_version: sets NS_JAVA_VERSION, from the JDK's release file where there is one: a JVM costs 50 ms to ask.
java_version() {
    local program home line
    program=$NS_JAVA
    [ -L "$program" ] || [ -L "${program%/bin/java}" ] && program=$(readlink -f "$program")
    home=${program%/bin/java}
    [ -r "$home/release" ] || home=${home%/jre}
    NS_JAVA_VERSION=
    if [ -r "$home/release" ]; then
        while IFS= read -r line; do
            case $line in
                JAVA_VERSION=*)
                    NS_JAVA_VERSION=${line#JAVA_VERSION=}
                    NS_JAVA_VERSION=${NS_JAVA_VERSION//\"/}
                    ;;
            esac
        done <"$home/release"
    fi
    if [ -z "$NS_JAVA_VERSION" ]; then
        line=$("$NS_JAVA" -version 2>&1)
        case $line in
            *version\ \"*)
                NS_JAVA_VERSION=${line#*version \"}
                NS_JAVA_VERSION=${NS_JAVA_VERSION%%\"*}
                ;;
        esac
    fi
}

java_version
[ -n "$NS_JAVA_VERSION" ] || echo "The Java [$NS_JAVA] tells no version: it is no JVM, or not a whole one." >&2
NS_CLASSPATH=/databricks/spark/conf:/databricks/jars/----nodestart--driver-daemon.jar
if [ -n "$JNAME" ]; then
    # The flags of the Java that was chosen; the line's class level is its default's and does not apply.
    major=${NS_JAVA_VERSION#1.}
    major=${major%%[!0-9]*}
    flags=NS_JAVA_FLAGS_$major
else
    flags=NS_JAVA_FLAGS_$NS_JAVA_DEFAULT
    for level in $NS_JAVA_GATES; do
        NS_CLASSPATH=/databricks/.nodestart/gates/$level:$NS_CLASSPATH
    done
fi
NS_JAVA_MAJOR_FLAGS=${!flags}
# Small and quick to start: a stub has nothing to compile or to cache. All of Java 8 to 25 know these.
NS_JAVA_STUB_FLAGS="-Xshare:auto -XX:TieredStopAtLevel=1 -XX:-UsePerfData"
