#!/usr/bin/env bash
# Installs what neither pip nor npm can give, from Debian's packages: system.sh browser|java|driver|PACKAGE...
# A program that is there already is used as it is.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
for want in "$@"; do
    case $want in
        browser)
            command -v chromium || command -v chromium-browser || command -v google-chrome || missing+=(chromium) ;;
        driver)  # Playwright's own Node needs a library that a small Debian lacks
            .venv/bin/python -m playwright --version || missing+=(libatomic1) ;;
        java)
            command -v java || missing+=(default-jre-headless) ;;
        *)
            missing+=("$want") ;;
    esac
done >/dev/null 2>&1
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "Please install, by your system's means: ${missing[*]}" >&2
    exit 1
fi
root=()
[ "$(id -u)" -eq 0 ] || root=(sudo)
echo "--> apt-get install ${missing[*]}"
"${root[@]}" apt-get update -q >/dev/null
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
