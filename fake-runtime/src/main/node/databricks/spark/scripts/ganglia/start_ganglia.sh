#!/bin/bash
# Stub of the same name, written for Nodestart: it does what an image can notice, and no more.
# Only images of old lines ship Ganglia (dcs.md §1.6); without its configuration nothing is started.
[ -e /etc/apache2/sites-enabled/ganglia.conf ] || exit 0
