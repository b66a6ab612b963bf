# Init scripts as they lie in the node, read by the image's own bash. Script texts are kept only as far as they are judged.
#? scripts.read slow=20
[ -s /databricks/.nodestart/init/manifest ] || exit 0
command -v bash >/dev/null || { printf 'no-bash\n'; exit 0; }
exec bash --norc --noprofile -O extglob -s <<'END_OF_READER'
LC_ALL=C
tab=$'\t'
hide() { # secrets on the way: what follows a word that names one is left out
    local line rest=$1
    while IFS= read -r line; do
        shopt -s nocasematch
        if [[ $line =~ ^(.*)(password|passwd|token|secret|credential|authorization|api_?key|access_?key)[A-Za-z0-9_]*[=:\ ] ]]; then
            line=${BASH_REMATCH[0]}...
            line=${line//[\"\'\`\(\)]/}
        fi
        shopt -u nocasematch
        printf 'text\t%s\t%s\n' "$2" "${line:0:400}"
    done <<<"$rest"
}
while IFS=$tab read -r index scope kind path base <&3; do
    file=/databricks/.nodestart/init/$index
    printf 'script\t%s\t%s\t%s\t%s\n' "$index" "$scope" "$kind" "$path"
    if ! [[ -r $file ]]; then
        continue
    fi
    content=
    IFS= read -r -d '' -n 1048576 content <"$file"
    printf 'size\t%s\t%s\n' "$index" "${#content}"
    [[ $content == *$'\n' ]] || printf 'open-end\t%s\n' "$index"
    [[ $content != $'\xef\xbb\xbf'* ]] || printf 'bom\t%s\n' "$index"
    returns=${content//[!$'\r']/}
    [[ -z $returns ]] || printf 'returns\t%s\t%s\n' "$index" "${#returns}"
    first=${content%%$'\n'*}
    first=${first%$'\r'}
    case $first in
        '#!'*) printf 'shebang\t%s\t%s\n' "$index" "${first:2:80}" ;;
        *) first='#!/bin/sh' ;;
    esac
    read -r program argument _ <<<"${first#??}"
    [[ ${program##*/} != env ]] || program=$argument
    case ${program##*/} in bash | sh | dash | ash) ;; *) printf 'other\t%s\t%s\n' "$index" "${program##*/}"; continue ;; esac
    if ((${#content} > 131072)); then
        printf 'too-long\t%s\n' "$index"
        continue
    fi
    if ! said=$(bash --norc --noprofile -O extglob -n "$file" 2>&1); then
        printf 'syntax\t%s\t%s\n' "$index" "${said##*"$file": }"
        continue
    fi
    # What bash could parse alone is a list of whole commands, so that it can be the body of a function, which is not called.
    if ! text=$(eval "nodestart_script() {
:
$content
}" 2>/dev/null && declare -f nodestart_script); then
        printf 'unparsed\t%s\n' "$index"
        continue
    fi
    hide "${text:0:32768}" "$index"
    declare -A asked=()
    for word in ${content//[!A-Za-z0-9_.+\/-]/ }; do
        [[ -z ${asked[$word]-} ]] || continue
        asked[$word]=1
        case $word in
            /*) [[ ! -x $word || -d $word ]] || printf 'known\t%s\t%s\n' "$index" "$word" ;;
            [0-9.-]*) ;;
            pip | pip3 | python | python3) printf 'program\t%s\t%s\t%s\n' "$index" "$word" "$(type -P "$word")" ;;
            *) ! type -t "$word" >/dev/null || printf 'known\t%s\t%s\n' "$index" "$word" ;;
        esac
    done
    unset asked
done 3</databricks/.nodestart/init/manifest
END_OF_READER
