# Sourced by the agent (POSIX sh). A runtime tree is mounted at imported/. Links to it are put among the stub's own files,
# in tree/, to be laid over the image with them; those that meet a file or folder of the image are looked at one by one.

# ns_link FOLDER TARGET...: links in tree/FOLDER. One command for all: an image's folder may meet a thousand files.
ns_link() {
    folder=$1
    shift
    [ -d "$NS_HOME/tree/$folder" ] || mkdir -p "$NS_HOME/tree/$folder" || return
    ln -s "$@" "$NS_HOME/tree/$folder/" || return
    for target in "$@"; do
        path=$folder/${target##*/}
        path=${path#./}
        if [ -e "/databricks/$path" ] || [ -L "/databricks/$path" ]; then
            (ns_meet_image "$path") || return
        fi
    done
}

# ns_meet_image PATH: the image has that too. In a subshell: it may come back here.
ns_meet_image() {
    if [ -d "/databricks/$1" ] && ! [ -L "/databricks/$1" ]; then
        if [ -d "$NS_HOME/imported/$1" ]; then
            ns_merge_folder "$1"
            return
        fi
    else
        case $1 in
            driver/conf/*) ;;
            *)
                ns_report overridden path "/databricks/$1"
                return
                ;;
        esac
    fi
    # The image's own configuration of the driver stays (dcs.md §4.7), and so does a folder where the tree has a file.
    ns_report kept path "/databricks/$1"
    rm "$NS_HOME/tree/$1"
}

# ns_merge_folder PATH: both have this folder, so the link to the tree's becomes a folder of links.
ns_merge_folder() {
    rm "$NS_HOME/tree/$1" && mkdir "$NS_HOME/tree/$1" || return
    merged=$1
    set -- "$NS_HOME/imported/$merged"/*
    if [ -e "$1" ] || [ -L "$1" ]; then
        ns_link "$merged" "$@" || return
    fi
    set -- "$NS_HOME/imported/$merged"/.[!.]*
    if [ -e "$1" ] || [ -L "$1" ]; then
        ns_link "$merged" "$@" || return
    fi
}

# Without a runtime tree there is no list, and nothing to do. The list is lines of ns_link, quoted by the launcher.
ns_lay_imported() {
    [ -e "$NS_HOME/imported.list" ] || return 0
    . "$NS_HOME/imported.list"
}
