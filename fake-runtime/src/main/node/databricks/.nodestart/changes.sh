# Sourced by the agent (POSIX sh) where there are init scripts: what one of them changed, told as [script-change] events.
# Builtins, because an image may have nothing else and because every script pays for it: a few milliseconds.

NS_MARK=$NS_HOME/run/mark
NS_CHANGES_TOLD=60
ns_own_session=

# ns_tools: sets ns_tools_now to a line [name path] for each program that the platform or its users call.
ns_tools() {
    ns_tools_now=
    for ns_name in bash sudo ps ip mkdir java virtualenv python3 python pip setfacl R sshd fusermount; do
        IFS=:
        for ns_folder in $PATH; do
            if [ -x "$ns_folder/$ns_name" ] && ! [ -d "$ns_folder/$ns_name" ]; then
                ns_tools_now="$ns_tools_now$ns_name $ns_folder/$ns_name$NS_NEWLINE"
                break
            fi
        done
        unset IFS
    done
    for ns_name in "$NS_PYTHON" "$NS_PYTHON_ROOT/bin/pip" ${JNAME:+"/usr/lib/jvm/$JNAME/bin/java"}; do
        ! [ -x "$ns_name" ] || ns_tools_now="$ns_tools_now$ns_name $ns_name$NS_NEWLINE"
    done
}

# ns_lines FILE: sets ns_read to a file's lines.
ns_lines() {
    ns_read=
    while IFS= read -r ns_line_read || [ -n "$ns_line_read" ]; do
        ns_read="$ns_read$ns_line_read$NS_NEWLINE"
    done 2>/dev/null <"$1"
}

# ns_there PATH...: sets ns_read to those that exist.
ns_there() {
    ns_read=
    for ns_path; do
        ! [ -e "$ns_path" ] || ns_read="$ns_read$ns_path$NS_NEWLINE"
    done
}

ns_environment_files() {
    ns_there /etc/environment /etc/profile /etc/profile.d/* /etc/bash.bashrc /etc/hosts /etc/resolv.conf /etc/nsswitch.conf \
        /etc/sudoers /etc/sudoers.d/* /etc/pip.conf /etc/ld.so.preload /etc/apt/sources.list /etc/apt/sources.list.d/* \
        /root/.bashrc /root/.profile /root/.bash_profile /root/.pip/pip.conf /root/.config/pip/pip.conf \
        /databricks/spark/conf/* /databricks/driver/conf/* /databricks/jars/* \
        "$NS_PYTHON_ROOT"/lib/python3*/site-packages/sitecustomize.py \
        "$NS_PYTHON_ROOT"/lib/python3*/site-packages/*.pth
}

# Processes outside the agent's own session, such as [12 S /usr/sbin/cron].
ns_processes() {
    ns_read=
    for ns_path in /proc/[0-9]*; do
        ns_stat=
        read -r ns_stat 2>/dev/null <"$ns_path/stat" || continue
        ns_name=${ns_stat#*\(}
        # shellcheck disable=SC2086
        set -- ${ns_stat##*) }
        if [ "$4" != "$ns_own_session" ] && [ "$1" != Z ]; then
            ns_read="$ns_read${ns_path#/proc/} ${ns_name%)*}$NS_NEWLINE"
        fi
    done
}

ns_look() {
    ns_tools
    ns_there "$NS_PYTHON_ROOT"/lib/python3*/site-packages/*-info
    ns_pip_now=$ns_read
    ns_there /var/lib/dpkg/info/*.list
    ns_dpkg_now=$ns_read
    ns_there /lib/apk/db/installed /var/lib/rpm/rpmdb.sqlite /var/lib/rpm/Packages /usr/lib/sysimage/rpm/rpmdb.sqlite
    ns_databases_now=$ns_read
    ns_lines /etc/passwd
    ns_users_now=$ns_read
    ns_lines /etc/group
    ns_groups_now=$ns_read
    ns_environment_files
    ns_environment_now=$ns_read
    ns_processes
    ns_processes_now=$ns_read
}

# ns_remember: what there is before a script runs.
ns_remember() {
    if [ -z "$ns_own_session" ]; then
        read -r ns_stat </proc/$$/stat
        # shellcheck disable=SC2086
        set -- ${ns_stat##*) }
        ns_own_session=$4
        ns_look
    fi
    ns_tools_before=$ns_tools_now
    ns_pip_before=$ns_pip_now
    ns_dpkg_before=$ns_dpkg_now
    ns_databases_before=$ns_databases_now
    ns_users_before=$ns_users_now
    ns_groups_before=$ns_groups_now
    ns_environment_before=$ns_environment_now
    ns_processes_before=$ns_processes_now
    : >"$NS_MARK"
}

# ns_changed KIND ACT WHAT
ns_changed() {
    ns_told=$((ns_told + 1))
    [ $ns_told -gt $NS_CHANGES_TOLD ] || ns_report script-change index "$ns_index" kind "$1" act "$2" what "$3"
}

# ns_compare KIND BEFORE NOW [touched]: tells lines that came and went; with [touched], files newer than the mark too.
ns_compare() {
    if [ "$2" != "$3" ]; then
        IFS=$NS_NEWLINE
        set -f
        for ns_item in $2; do
            case "$NS_NEWLINE$3" in
                *"$NS_NEWLINE$ns_item$NS_NEWLINE"*) ;;
                *) ns_changed "$1" removed "$ns_item" ;;
            esac
        done
        for ns_item in $3; do
            case "$NS_NEWLINE$2" in
                *"$NS_NEWLINE$ns_item$NS_NEWLINE"*) ;;
                *) ns_changed "$1" added "$ns_item" ;;
            esac
        done
        set +f
        unset IFS
    fi
    [ -n "${4:-}" ] || return 0
    IFS=$NS_NEWLINE
    set -f
    for ns_item in $2; do
        # shellcheck disable=SC3013
        if [ "${ns_item##* }" -nt "$NS_MARK" ]; then
            case "$NS_NEWLINE$3" in
                *"$NS_NEWLINE$ns_item$NS_NEWLINE"*) ns_changed "$1" changed "$ns_item" ;;
            esac
        fi
    done
    set +f
    unset IFS
}

# ns_tell_changes INDEX: what is otherwise than before the script.
ns_tell_changes() {
    ns_index=$1
    ns_told=0
    ns_look
    ns_compare tool "$ns_tools_before" "$ns_tools_now" touched
    ns_compare pip "$ns_pip_before" "$ns_pip_now"
    ns_compare dpkg "$ns_dpkg_before" "$ns_dpkg_now" touched
    ns_compare database "$ns_databases_before" "$ns_databases_now" touched
    ns_compare user "$ns_users_before" "$ns_users_now"
    ns_compare group "$ns_groups_before" "$ns_groups_now"
    ns_compare environment "$ns_environment_before" "$ns_environment_now" touched
    ns_compare process "$ns_processes_before" "$ns_processes_now"
    [ $ns_told -le $NS_CHANGES_TOLD ] ||
        ns_report script-change index "$ns_index" kind more act added what $((ns_told - NS_CHANGES_TOLD))
}

# ns_list_files NAME: with --trace-scripts, every file of the node as a line [changed<TAB>type<TAB>size<TAB>path].
ns_list_files() {
    [ "${NS_TRACE_SCRIPTS:-false}" = true ] || return 0
    ns_list="$NS_HOME/trace/$1"
    mkdir -p "$NS_HOME/trace"
    set -- / -xdev \( -path "$NS_HOME" -o -path /databricks/init_scripts -o -path /proc -o -path /sys \) -prune -o
    find "$@" -printf '%C@\t%y\t%s\t%p\n' >"$ns_list" 2>/dev/null ||
        find "$@" -exec stat -c "%Z$NS_TAB%F$NS_TAB%s$NS_TAB%n" {} + >"$ns_list" 2>/dev/null
}
