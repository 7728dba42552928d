#!/usr/bin/env bash
# Gradescope runs this once, when it builds the image of the autograder.
set -euo pipefail
cd "${AUTOGRADER:-/autograder}/source/kit"
python3 -m pip install --quiet -c constraints.txt -e '.[grader]'
