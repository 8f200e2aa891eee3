#!/usr/bin/env bash
# Installs the two checkers that come from npm, as package-lock.json has them. No script of theirs is run.
set -euo pipefail
cd "$(dirname "$0")/.."
key=$(sha256sum < package-lock.json | cut -d' ' -f1)
[ "$(cat node_modules/.made-from 2>/dev/null)" = "$key" ] && exit 0
echo "--> node_modules: the Nu HTML checker and axe-core"
npm ci --ignore-scripts --no-audit --no-fund --silent
echo "$key" > node_modules/.made-from
