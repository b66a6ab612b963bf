# Sourced by the agent (POSIX sh). A runtime tree is mounted at imported/, and its links lie in tree/ among the stub's
# files, to be laid over the image with them. Before that, they meet what the image has (docs/node-protocol.md).

# ns_merge_folder PATH: the image has this folder too, so the link to the tree's becomes a folder of links. In a subshell.
ns_merge_folder() {
    rm "$NS_HOME/tree/$1" && mkdir "$NS_HOME/tree/$1" || exit
    folder=$1
    set --
    for entry in "$NS_HOME/imported/$folder"/* "$NS_HOME/imported/$folder"/.[!.]*; do
        [ -e "$entry" ] || [ -L "$entry" ] || continue
        path=$folder/${entry##*/}
        if [ -d "/databricks/$path" ] && ! [ -L "/databricks/$path" ]; then
            ln -s "$entry" "$NS_HOME/tree/$path" && (ns_meet_image "$path") || exit
        else
            [ ! -e "/databricks/$path" ] || ns_report overridden path "/databricks/$path"
            set -- "$@" "$entry"
        fi
    done
    [ $# -eq 0 ] || ln -s "$@" "$NS_HOME/tree/$folder/"
}

# ns_meet_image PATH: what the tree's link does to the image's own file or folder of that path.
ns_meet_image() {
    if [ -d "/databricks/$1" ] && ! [ -L "/databricks/$1" ]; then
        if [ -d "$NS_HOME/imported/$1" ]; then
            (ns_merge_folder "$1") || return
            return 0
        fi
    elif ! [ -e "/databricks/$1" ] && ! [ -L "/databricks/$1" ]; then
        return 0
    else
        case $1 in
            driver/conf/*) ;;
            *)
                ns_report overridden path "/databricks/$1"
                return 0
                ;;
        esac
    fi
    # The image's own configuration of the driver stays (dcs.md §4.7), and so does a folder where the tree has a file.
    ns_report kept path "/databricks/$1"
    rm "$NS_HOME/tree/$1"
}

# Without a runtime tree there is no list, and nothing to do.
ns_lay_imported() {
    [ -e "$NS_HOME/imported.list" ] || return 0
    while IFS= read -r link; do
        ns_meet_image "$link" || return
    done <"$NS_HOME/imported.list"
}
