# Sourced by each build step: makes apt, pip and curl use what the folder `host` brings from the building machine.
# Nothing is written outside that folder, so that deleting it forgets all of it. Without the folder, nothing happens.
host=/tmp/build/host
if [ -d "$host" ]; then
    chmod -R a+rX /tmp/build
    [ ! -f "$host/environment" ] || . "$host/environment"
    [ ! -f "$host/apt.conf" ] || export APT_CONFIG="$host/apt.conf"
    if [ -f "$host/ca.crt" ]; then
        export PIP_CERT="$host/ca.crt" SSL_CERT_FILE="$host/ca.crt" CURL_CA_BUNDLE="$host/ca.crt"
    fi
    export XDG_CONFIG_DIRS="$host/pip-global" XDG_CONFIG_HOME="$host/pip-user"
    [ ! -f "$host/pip.conf" ] || export PIP_CONFIG_FILE="$host/pip.conf"
fi
