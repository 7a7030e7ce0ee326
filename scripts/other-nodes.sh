#!/usr/bin/env bash
# Runs the built package on other versions of Node than this one, which the npm package `node` brings: installed from
# what `npm pack` makes on the first, from a git reference (the last commit) on the second, and so on in turn.
#   scripts/other-nodes.sh 22 24
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export npm_config_audit=false npm_config_fund=false npm_config_loglevel=error

version=$(node -p "require('$root/package.json').version")
# Nothing is built here while others use what is built: prepack would.
tarball=$folder/$(cd "$root" && npm pack --ignore-scripts --silent --pack-destination "$folder")
references=("$tarball" "git+file://$root")

turn=0
for major in "$@"; do
  project=$folder/$major
  mkdir "$project"
  cd "$project"
  echo '{ "name": "theirs", "private": true, "type": "module" }' > package.json
  npm install --silent "node@$major" "${references[turn % 2]}"
  turn=$((turn + 1))

  PATH=$project/node_modules/.bin:$PATH
  ran=$(node --version)
  [[ $ran == v$major.* ]] || { echo "node@$major is $ran" >&2; exit 1; }
  said=$(neptune-copy-contract --version)
  [ "$said" = "$version" ] || { echo "--version on $ran says $said, not $version" >&2; exit 1; }
  # Ends with the exit code of the command: 0 where the embedded endpoint conforms.
  neptune-copy-contract verify > verify.txt 2> errors.txt || { code=$?; cat verify.txt errors.txt >&2; exit "$code"; }
  # The SDK's remark is for Nodes that it drops.
  if grep NodeVersionSupportWarning errors.txt >&2; then exit 1; fi
  echo "$ran: $(tail -n 1 verify.txt)"
done
