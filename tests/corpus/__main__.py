"""Grades the whole corpus and prints what was named what: `python -m tests.corpus [NAME …]`."""

import sys
from pathlib import Path

from grader.grading import session
from grader.lesson import catalog
from tests import corpus


def main(wanted):
    lesson = catalog.load(catalog.find_root(Path(__file__).parent), "first_loop")
    rows, problems = [], []
    for kind in ("wrong", "right"):
        for member in corpus.members(kind):
            for kept in member.kinds if not wanted or member.name in wanted else ():
                grade = session.grade(lesson, corpus.submission(lesson, member, kept))
                rows += corpus.rows(member, grade)
                problems += corpus.problems(member, grade)
    print(corpus.table(rows))
    print("\n".join(problems) or "every member lost points only where it should")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
