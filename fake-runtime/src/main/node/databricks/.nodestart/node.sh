#!/bin/sh
# Nodestart's node agent: stands in for what the platform's NodeDaemon does inside a container.
# Orders come in on standard input, events go out on standard output: docs/node-protocol.md.
# POSIX sh, and builtins wherever it can: an image without coreutils must still be able to say so.

NS_HOME=/databricks/.nodestart
. $NS_HOME/report.sh
. $NS_HOME/imported.sh
. $NS_HOME/launch.conf

end_node() {
    ns_report stopping why "$1"
    kill -TERM $$
}

# --- the launch's phases -------------------------------------------------------------------------------------------
# They run in the foreground: what a shell starts in the background has its interrupt signal ignored for good.

# Lays the runtime over the image's own /databricks, and says which files of the image it replaces.
lay_runtime() {
    text=$(ns_lay_imported 2>&1)
    status=$?
    if [ $status -ne 0 ]; then
        ns_report runtime status "$status" text "$text"
        return $status
    fi
    while IFS= read -r path; do
        if [ -e "/databricks/$path" ] || [ -L "/databricks/$path" ]; then
            ns_report overridden path "/databricks/$path"
        fi
    done <$NS_HOME/tree.list
    # A folder that the image does not have is moved, in one step; only the others are merged file by file.
    set --
    for folder in $NS_HOME/tree/*; do
        [ -e "/databricks/${folder##*/}" ] || [ -L "/databricks/${folder##*/}" ] || set -- "$@" "$folder"
    done
    text=$(
        { [ $# -eq 0 ] || mv "$@" /databricks/; } 2>&1 || exit
        for folder in $NS_HOME/tree/*; do
            ! [ -e "$folder" ] || exec cp -R -p $NS_HOME/tree/. /databricks/ 2>&1
        done
    )
    status=$?
    [ $status -eq 0 ] || ns_report runtime status "$status" text "$text"
    return $status
}

make_folders() {
    text=$(. $NS_HOME/folders.sh 2>&1)
    status=$?
    ns_report folders status "$status" text "$text"
    return $status
}

link_runtime() {
    if ! [ -e /databricks/python ] && ! [ -L /databricks/python ]; then
        ln -s "$NS_PYTHON_ROOT" /databricks/python
    fi
    # Init scripts put jars there (dcs.md §4.3).
    if ! [ -e /mnt/driver-daemon/jars ]; then
        ln -s /databricks/jars /mnt/driver-daemon/jars
    fi
}

# Files of the runtime that give way to the image's own (dcs.md §4.7).
keep_image_files() {
    while IFS= read -r path; do
        if [ -e "/databricks/$path" ]; then
            ns_report kept path "/databricks/$path"
        else
            mv "$NS_HOME/keep/$path" "/databricks/$path"
        fi
    done <$NS_HOME/keep/list
}

report_shadowed() {
    for site in "$NS_PYTHON_ROOT"/lib/python3*/site-packages; do
        for name in pyspark dbruntime; do
            if [ -e "$site/$name" ]; then
                case $name in
                    pyspark) ns_report shadowed path "$site/$name" by /databricks/spark/python/pyspark ;;
                    *) ns_report shadowed path "$site/$name" by "/databricks/python_shell/$name" ;;
                esac
            fi
        done
    done
}

# first_line_of SCRIPT STATUS: sets first, where the script failed and its first line names an interpreter.
first_line_of() {
    first=
    [ "$2" -ne 0 ] || return 0
    IFS= read -r first 2>/dev/null <"$1"
    case $first in
        '#!'*) first=$(printf '%.100s' "$first") ;;
        *) first= ;;
    esac
    # a carriage return would end the line for whoever reads the event
    return_key=$(printf '\r')
    case $first in *"$return_key") first="${first%"$return_key"}\\r" ;; esac
}

# Whether bash takes a file without a first line for a program or another binary file, as it does UTF-16 for its bytes of
# NUL. A shell that starts it refuses it then, where sh may read on past them (dcs.md §4.9).
is_binary() { # script
    [ "$(head -c 2 "$1" 2>/dev/null)" != '#!' ] || return 1
    bash -n "$1" >/dev/null 2>&1
    [ $? -eq 126 ]
}

# Each script gets a session of its own: a daemon that it leaves holds nothing of ours, and its limit reaches all of it.
# Where the image has no setsid, bash gives it at least a process group.
run_init_script() { # index, script, log base
    if command -v setsid >/dev/null && is_binary "$2"; then
        # shellcheck disable=SC2016
        set -- "$@" /bin/sh -c 'echo $$ >"$1"; cd / && exec setsid bash -c "exec \"\$1\"" bash "$2"'
    elif command -v setsid >/dev/null; then
        # shellcheck disable=SC2016
        set -- "$@" /bin/sh -c 'echo $$ >"$1"; cd / && exec setsid "$2"'
    else
        # shellcheck disable=SC2016
        set -- "$@" bash -c 'cd /; set -m; "$2" & echo $! >"$1"; wait $!'
    fi
    index=$1
    script=$2
    log=/databricks/init_scripts/$3
    shift 3
    ns_report init-start index "$index"
    "$@" init $NS_HOME/run/init.pid "$script" >"$log.stdout.log" 2>"$log.stderr.log"
    status=$?
    : >$NS_HOME/run/init.pid
    if [ -e "$NS_HOME/run/limit" ]; then
        status=124
    fi
    ns_report init-exit index "$index"
    first_line_of "$script" "$status"
    ns_tell_changes "$index" 4<&-
    ns_list_files "$index"
    said=nothing
    if [ -s "$log.stderr.log" ]; then said=something; fi
    ns_report init-end index "$index" exit "$status" first "$first" said "$said"
    return $status
}

run_init_scripts() {
    [ -s $NS_HOME/init/manifest ] || return 0
    . $NS_HOME/changes.sh
    ns_list_files before
    while IFS="$NS_TAB" read -r index scope kind path base <&4; do
        if [ "$kind" = file ]; then
            if ! [ -f "$path" ]; then
                ns_report init-missing index "$index" path "$path"
                return 1
            fi
            # As the platform does with a fetched one: copied into the node, made executable (dcs.md §4.9).
            copy=$NS_HOME/init/$index
            cp "$path" "$copy" && chmod 0755 "$copy"
            path=$copy
        fi
        ns_remember
        run_init_script "$index" "$path" "$base" 4<&- || return 1
    done 4<$NS_HOME/init/manifest
}

write_generated_files() {
    {
        printf '%s\n' '# Written by Nodestart when the node started.' "set -a" ". $NS_HOME/launch.conf" "set +a"
        printf 'export DB_HOME=/databricks\n'
    } >/tmp/driver-env.sh
    if [ -e $NS_HOME/custom-spark.conf ]; then
        while IFS= read -r line; do
            printf '%s\n' "$line"
        done <$NS_HOME/custom-spark.conf >"$NS_SPARK_CONF"
    elif ! [ -e "$NS_SPARK_CONF" ]; then
        : >"$NS_SPARK_CONF"
    fi
    printf '%s\n' "$NS_DRIVER_IP 7077 $NS_CONTAINER_IP 8081 ${NS_CORES:-}" >/tmp/slave-params
}

# run_script EVENT COMMAND...: a start script whose failure is reported under that event, with what it said.
run_script() {
    event=$1
    shift
    "$@" >"/databricks/spark/logs/$event.start" 2>&1
    status=$?
    if [ $status -ne 0 ]; then
        ns_tail "/databricks/spark/logs/$event.start"
        printf '%s\n' "$NS_TAIL"
        ns_report "$event" status "$status" text "$NS_TAIL"
    fi
    return $status
}

start_driver() {
    logs=/databricks/driver/logs
    # -E alone lets secure_path take the place of a PATH that the image sets (dcs.md §4.9)
    sudo -E PATH="$PATH" bash /databricks/spark/scripts/start_driver.sh /tmp/driver-env.sh \
        >$logs/stdout 2>$logs/stderr
    status=$?
    ns_tail $logs/stderr
    text=$NS_TAIL
    ns_tail $logs/stdout
    text="$text${text:+$NS_NEWLINE}$NS_TAIL"
    printf '%s\n' "$text"
    ns_report driver-exit code "$status" text "$text"
}

start_spark() {
    ns_report spark-start
    [ -z "${NS_SLOW_START:-}" ] || sleep "$NS_SLOW_START"
    write_generated_files
    export DB_HOME=/databricks
    if [ "$NS_ROLE" = driver ]; then
        run_script master bash /databricks/spark/scripts/start_spark_master.sh || return
        start_driver
    else
        # shellcheck disable=SC2086
        run_script worker bash /databricks/spark/scripts/start_spark_slave.sh \
            "$NS_DRIVER_IP" 7077 "$NS_CONTAINER_IP" 8081 ${NS_CORES:-}
    fi
}

boot() {
    make_folders || return
    lay_runtime || return
    link_runtime
    keep_image_files
    report_shadowed
    ns_report ready
    . $NS_HOME/node.env
    DATABRICKS_ROOT_VIRTUALENV_ENV=$NS_PYTHON_ROOT
    DATABRICKS_RUNTIME_VERSION=$NS_RUNTIME_VERSION
    export DATABRICKS_ROOT_VIRTUALENV_ENV DATABRICKS_RUNTIME_VERSION
    run_init_scripts || return
    ns_report init-done
    start_spark
}

# --- orders --------------------------------------------------------------------------------------------------------

# Stops every process of the running init script's session, also those that have a process group of their own.
stop_init_script() {
    leader=
    read -r leader <$NS_HOME/run/init.pid
    [ -n "$leader" ] || return
    : >$NS_HOME/run/limit
    found=1
    while [ $found = 1 ]; do
        found=0
        for process in /proc/[0-9]*; do
            stat=
            read -r stat 2>/dev/null <"$process/stat" || continue
            # shellcheck disable=SC2086
            set -- ${stat##*) }
            if { [ "$4" = "$leader" ] || [ "$3" = "$leader" ]; } && [ "$1" != Z ]; then
                kill -KILL "${process#/proc/}" 2>/dev/null && found=1
            fi
        done
    done
}

# A client that is lost must not leave nodes running: NS_LEASE seconds without a beat end the node.
watch_lease() {
    lease=${NS_LEASE:-120}
    pause=$((lease / 24))
    [ $pause -gt 0 ] || pause=1
    seen=
    quiet=0
    while sleep $pause; do
        read -r now <$NS_HOME/run/beat
        if [ "$now" = "$seen" ]; then
            quiet=$((quiet + pause))
            [ $quiet -lt "$lease" ] || end_node lease
        else
            seen=$now
            quiet=0
        fi
    done
}

# tell EVENT NAME: tells what standard input holds, some whole lines an event; fails where it is too long, or a line is.
# With builtins only: a process costs a millisecond or two, and somebody waits.
tell() {
    part=
    left=8000
    while
        line=
        IFS= read -r line && line=$line$NS_NEWLINE || [ -n "$line" ]
    do
        left=$((left - ${#line}))
        [ ${#line} -le 1000 ] && [ $left -ge 0 ] || return
        if [ $((${#part} + ${#line})) -gt 1000 ]; then
            ns_report "$1" name "$2" text "$part"
            part=
        fi
        part=$part$line
    done
    ns_report "$1" name "$2" text "$part"
}

# An engine takes 75 ms of processor time to copy a folder out of a container; the node tells what is in it at once.
tell_logs() {
    LC_ALL=C
    left_out=0
    for folder in init_scripts driver/logs spark/logs; do
        for file in /databricks/$folder/*; do
            [ -f "$file" ] || continue
            name=${folder%/logs}/${file##*/}
            if ! [ -s "$file" ]; then
                ns_report log name "$name" text ''
            elif ! command -v head >/dev/null || ! head -c 8001 "$file" | tell log "$name"; then
                left_out=$((left_out + 1))
            fi
        done
    done
    ns_report logs left-out $left_out
}

# answer SCRIPT: runs it beside everything else, as an exec would, and tells what it wrote on standard output.
answer() {
    (eval "$1") 2>/dev/null | {
        LC_ALL=C
        tell answer script
        ns_report answered status $?
    }
}

# The node is about to be removed. An engine takes much longer than the node itself for the many small files of its
# Python environments (docs/node-protocol.md).
discard() {
    rm -rf /local_disk0/.ephemeral_nfs "${HOME:-/root}/.local/share/virtualenv" 2>/dev/null
    ns_report discarded
}

# Obeys orders until there are no more. End of input alone ends nothing.
take_orders() {
    while IFS= read -r order; do
        case $order in
            beat)
                beats=$((beats + 1))
                printf '%s\n' $beats >$NS_HOME/run/beat
                if [ $beats = 1 ]; then
                    watch_lease </dev/null &
                fi
                ;;
            limit) stop_init_script ;;
            'ask '*)
                script=
                while IFS= read -r line && [ "$line" != "${order#ask }" ]; do
                    script=$script$line$NS_NEWLINE
                done
                answer "$script" &
                ;;
            tell) tell_logs & ;;
            discard) discard & ;;
            stop) end_node order ;;
        esac
    done
}

beats=0
ns_report up
if [ -n "${NS_TTL:-}" ]; then
    (sleep "$NS_TTL" && end_node ttl) </dev/null &
fi
# A shell gives its background commands no standard input unless they are told which.
exec 3<&0 </dev/null
take_orders <&3 &
exec 3<&-
boot
wait
while sleep 3600; do :; done
