set -e
if [[ $DB_IS_DRIVER = "TRUE" ]]; then echo driver; fi
source /etc/profile
