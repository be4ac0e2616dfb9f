#!/bin/sh
# Debian's PostgreSQL for the tests on it: where it is missing, by apt as root.
set -eu
command -v initdb >/dev/null 2>&1 && exit 0
for found in /usr/lib/postgresql/*/bin/initdb; do
    [ -x "$found" ] && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing PostgreSQL for its tests (apt)" >&2
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null && exit 0
fi
echo "PostgreSQL is missing. Install it and run again: sudo apt install postgresql" >&2
exit 1
