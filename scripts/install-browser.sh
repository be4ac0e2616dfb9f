#!/bin/sh
# A Chromium for the browser tests: from the PATH, else by apt as root, else Playwright's own.
set -eu
bin=$1
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium for the browser tests (apt)" >&2
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null && exit 0
fi
echo "Installing Playwright's Chromium for the browser tests" >&2
"$bin/playwright" install chromium >&2 && exit 0
echo "No Chromium could be installed. Install one and run again: apt install chromium" >&2
exit 1
