# The shell session: reads paths of command files, sources each, and marks in both outputs where it ended.
__nodestart_mark=$1
shift
exec 7<&0 8>&1 9>&2 </dev/null
printf '\0%s %s\n' "$__nodestart_mark" "$$" >&8
printf '\0%s %s\n' "$__nodestart_mark" "$$" >&9
while IFS= read -r __nodestart_command <&7; do
    . "$__nodestart_command" >&8 2>&9 7<&- 8>&- 9>&-
    __nodestart_code=$?
    printf '\0%s %s\n' "$__nodestart_mark" "$__nodestart_code" >&8
    printf '\0%s %s\n' "$__nodestart_mark" "$__nodestart_code" >&9
done
