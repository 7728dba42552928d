#!/bin/sh
# The hostile suite inside of a fresh container, as root and as an ordinary user. `make container` starts it there,
# with the kit at $1, which is only read.
set -eu
kit=${1:-/kit}
work=$(mktemp -d)
tar -C "$kit" --exclude=./.venv --exclude=./.git --exclude='./.*_cache' -cf - . | tar -C "$work" -xf -
cd "$work"
python -m pip install --quiet --root-user-action=ignore --disable-pip-version-check \
  -c constraints.txt -e '.[grader]' pytest-xdist
python - <<'SAY'
from grader.box.confine import missing_protections, single_protections

for what in missing_protections():
    print(f"missing here: {what}")
for what in single_protections():
    print(f"student code is kept from {what} by one lock here; from Linux 6.12 on, two locks do it")
SAY
# -rs names whatever could not be tried, each with its reason.
status=0
python -m pytest -q -rs -n 2 --timeout=300 tests/hostile || status=$?
python -m tests.hostile.as_user -rs -n 2 --timeout=300 || status=$?
exit "$status"
