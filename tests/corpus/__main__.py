"""Grades the whole corpus and prints what was named what: `python -m tests.corpus [LESSON] [NAME …]`."""

import sys
from pathlib import Path

from grader.grading import session
from grader.lesson import catalog
from tests import corpus


def main(wanted):
    known = corpus.lessons()
    names = [name for name in known if name in wanted] or known
    return max(_lesson(name, [w for w in wanted if w not in known]) for name in names)


def _lesson(name, wanted):
    lesson = catalog.load(catalog.find_root(Path(__file__).parent), name)
    rows, problems = [], []
    for kind in ("wrong", "right"):
        for member in corpus.members(kind, name):
            for kept in member.kinds if not wanted or member.name in wanted else ():
                grade = session.grade(lesson, corpus.submission(lesson, member, kept))
                rows += corpus.rows(member, grade)
                problems += corpus.problems(member, grade)
    print(f"{name}\n{corpus.table(rows)}")
    print("\n".join(problems) or "every member lost points only where it should")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
