# Sourced by the agent (POSIX sh) and by the start scripts (bash): events for the launcher, see docs/node-protocol.md.
# Shell builtins only, so that it works in an image that has nothing else.

NS_TAB='	'
NS_NEWLINE='
'

# ns_escape TEXT: sets NS_ESCAPED. Long texts lose their end, so that the event stays one atomic write.
ns_escape() {
    NS_ESCAPED=
    ns_rest=$1
    [ ${#ns_rest} -le 1300 ] || ns_rest=$(printf '%.1300s' "$1")
    while :; do
        case $ns_rest in
            *["\\$NS_TAB$NS_NEWLINE"]*)
                ns_head=${ns_rest%%["\\$NS_TAB$NS_NEWLINE"]*}
                ns_rest=${ns_rest#"$ns_head"}
                case $ns_rest in
                    "$NS_TAB"*) NS_ESCAPED="$NS_ESCAPED$ns_head\\t" ;;
                    "$NS_NEWLINE"*) NS_ESCAPED="$NS_ESCAPED$ns_head\\n" ;;
                    *) NS_ESCAPED="$NS_ESCAPED$ns_head\\\\" ;;
                esac
                ns_rest=${ns_rest#?}
                ;;
            *)
                NS_ESCAPED=$NS_ESCAPED$ns_rest
                return
                ;;
        esac
    done
}

# ns_report EVENT [KEY VALUE]...
ns_report() {
    ns_line="@node$NS_TAB$1"
    shift
    while [ $# -gt 1 ]; do
        case $2 in
            *["\\$NS_TAB$NS_NEWLINE"]*) ns_escape "$2" ;;
            *) NS_ESCAPED=$2 ;;
        esac
        ns_line="$ns_line$NS_TAB$1=$NS_ESCAPED"
        shift 2
    done
    printf '%s\n' "$ns_line" >/proc/1/fd/1
}

# ns_tail FILE: sets NS_TAIL to the last lines of a file, up to some 1,200 characters; the first may be cut.
ns_tail() {
    NS_TAIL=
    [ -r "$1" ] || return 0
    if command -v tail >/dev/null; then
        NS_TAIL=$(tail -c 1200 "$1")
        if [ ${#NS_TAIL} -gt 1100 ]; then
            NS_TAIL=${NS_TAIL#*"$NS_NEWLINE"}
        fi
        return 0
    fi
    while IFS= read -r ns_text || [ -n "$ns_text" ]; do
        NS_TAIL="$NS_TAIL$NS_NEWLINE$ns_text"
        while [ ${#NS_TAIL} -gt 1200 ]; do
            case $NS_TAIL in
                *"$NS_NEWLINE"*"$NS_NEWLINE"*)
                    NS_TAIL=${NS_TAIL#*"$NS_NEWLINE"}
                    NS_TAIL=$NS_NEWLINE${NS_TAIL#*"$NS_NEWLINE"}
                    ;;
                *) break ;;
            esac
        done
    done <"$1"
    NS_TAIL=${NS_TAIL#"$NS_NEWLINE"}
}
