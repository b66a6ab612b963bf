# Installs a library into the cluster libraries' environment as the platform does it, then imports and removes it
# (dcs.md §1.2, §4.3, F43). Prints each step before it is done, then [pip STATUS WHAT IT SAID] of the root environment's
# pip; the last line on standard output is the exit status.
libraries=/local_disk0/.ephemeral_nfs/cluster_libraries
environment=$libraries/python
wheel=/databricks/.nodestart/nodestart_library-1.0-py3-none-any.whl
log=$environment/.nodestart-pip.log
user=%USER%

as_user() {
    if [ "$user" = root ]; then "$@"; else sudo -n -u "$user" "$@"; fi
}

install() {
    cd "$libraries" || return
    # The driver has made it when it started, unless its NFS is switched off.
    if [ ! -x "$environment/bin/python" ]; then
        echo "step virtualenv"
        VIRTUALENV_NO_WHEEL=true virtualenv --no-download --no-setuptools python >&2 || return
    fi
    if [ "$user" != root ]; then
        echo "step access"
        # That a file system has no access lists is not the image's fault: then the folder changes hands.
        setfacl -R -m "u:$user:rwX" "$environment" 2>/dev/null || chown -R "$user" "$environment" || return
    fi
    echo "step pip"
    as_user /databricks/python/bin/pip install --prefix "$environment" --quiet --no-index --no-deps --no-cache-dir \
        --no-input --disable-pip-version-check --log "$log" "$wheel" >&2 || return
    echo "step import"
    for folder in "$environment"/lib/python*/site-packages; do
        [ -d "$folder/nodestart_library" ] && break
    done
    as_user env PYTHONPATH="$folder" /databricks/python/bin/python \
        -c 'import nodestart_library; print("library", nodestart_library.GREETING)'
}

# Its log begins with what [pip --version] says. A pip that did not come so far is asked.
pip_version() {
    status=0
    said=
    if [ -r "$log" ]; then
        while IFS= read -r line; do
            case $line in *"Using pip "*) said="pip ${line##*Using pip }" && break ;; esac
        done <"$log"
    fi
    if [ -z "$said" ]; then
        said=$(/databricks/python/bin/pip --version 2>&1 </dev/null)
        status=$?
        said=${said##*"
"}
        # a program that is there and not found has an interpreter that is not
        if [ "$status" = 127 ] && [ -r /databricks/python/bin/pip ]; then
            IFS= read -r line </databricks/python/bin/pip
            case $line in "#!"*) said="The first line of [/databricks/python/bin/pip] is [$line]" ;; esac
        fi
    fi
    printf 'pip %s %s\n' $status "$said"
}

install
code=$?
pip_version
rm -f "$log"
for folder in "$environment"/lib/python*/site-packages; do
    rm -rf "$folder/nodestart_library" "$folder/nodestart_library-1.0.dist-info" "$folder/META-INF"
done
echo "$code"
