#!/usr/bin/env bash
# Makes a virtual environment with this project installed editable: environment.sh FOLDER PACKAGE...
# Does nothing when it was made by the same Python, in the same place, from the same requirements.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$1; shift

python=${PYTHON:-}
if [ -z "$python" ]; then
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            python=$name
            break
        fi
    done
fi
[ -n "$python" ] || { echo "Python 3.11 or newer is needed; set PYTHON to one." >&2; exit 1; }

requirements='import tomllib; read = tomllib.load(open("pyproject.toml", "rb")); print(read["build-system"], read["project"])'
key=$({ "$python" -c "$requirements"; "$python" -VV; echo "$PWD/$folder $*"; } | sha256sum | cut -d' ' -f1)
[ "$(cat "$folder/.made-from" 2>/dev/null)" = "$key" ] && exit 0

"$python" -c 'import ensurepip, venv' 2>/dev/null || bash scripts/system.sh python3-venv
wanted="$*"
echo "--> $folder: a Python environment with ${wanted#-e }"
rm -rf "$folder"
"$python" -m venv "$folder"
"$folder/bin/pip" install -qq --disable-pip-version-check "$@"
echo "$key" > "$folder/.made-from"
