#!/usr/bin/env bash
# A gate for any CI: judges an endpoint and holds the result against known deviations. Run it where the package is
# installed, from a tarball or a git reference (README, "Install").
#   docker compose up --wait moto
#   examples/ci-gate/gate.sh http://127.0.0.1:5000
# More flags of `verify` may follow. $TARGET_NAME, $BASELINE and $REPORTS say otherwise than for moto.
set -uo pipefail

endpoint=${1:?the endpoint to judge is missing}
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
reports=${REPORTS:-reports}
mkdir -p "$reports"

node_modules/.bin/neptune-copy-contract verify \
  --endpoint "$endpoint" \
  --target-name "${TARGET_NAME:-moto}" \
  --baseline "${BASELINE:-$here/../../contracts/emulators/moto-5.2.1.yaml}" \
  --report text \
  --report "junit=$reports/junit.xml" \
  --report "html=$reports/report.html" \
  "$@"
code=$?

case $code in
  0) echo 'passed: nothing but what is known' ;;
  1) echo "failed: the deviations are in $reports/report.html; fix them, or give the baseline a reason" ;;
  *) echo 'the endpoint could not be judged: this says nothing about it' ;;
esac
exit "$code"
