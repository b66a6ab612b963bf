#!/bin/bash
set -e
printf '#!/bin/sh\necho installed\n' > /tmp/install.sh
chmod +x /tmp/install.sh
/tmp/install.sh
