"""Theory of operation.

One suite of plain tests grades every submission, and never in the same process as the student's code.

    worker (trusted)                                  box (hostile)
    ─────────────────────────────────                 ──────────────────────────────────
    bench     a warm pytest, its loop run             host   a fork of `mother`: no network, no
              once a submission                              files, no new process, capped time
    suites    which tests are checks of what                 and memory
    boxed     the fixture `submission`     requests   the student's modules
    remote    stand-ins for their objects ─────────▶  answers what they say, as plain values
    verdict   how each check ended        ◀─────────
    session   ledger → Grade                answers   prints go down a third pipe, as text

A check calls `Value(3.0).square()` on a stand-in. The call becomes one line of JSON (`wire`), the host makes
it on the real object, and what crosses back is None, a bool, an int, a float, a text, a collection of these,
or a number that stands for an object. The assert that decides runs on the trusted side, on exact plain
values. So the worst that student code can do is to answer wrongly. Code that a check hands to student code,
such as an engine to question, crosses as source text of the suite (`define`), and is then an object like any
other.

What a check asks is known from a run on the solution (`foreseen`), so a worker asks it all at once
(`asking_ahead`). Where every answer is the solution's, the check would pass as it did there. Where one is
not, the check runs, and reads the answers that are there for as long as it asks what was foreseen.

Whatever goes wrong inside is the submission's (`Stopped`: it hung, died, or broke the protocol) and costs the
check that it happened in; another process is started for the next one. A box that cannot be started, or a
check that cannot be run, is ours (`GraderError`), and the grade is "ungraded".

The same suite has other doors. In a student's own pytest (`direct`) `submission.module("engine")` is the real
module, with prints, tracebacks and pdb; and `replay` runs the one failure that the board explains once more
through stand-ins, because only those write down what was done (`trace`). In a notebook (`kernel`) the module
is the notebook's own namespace.

The plan of the house. Each room says its promise in its `__init__.py`, with what others may use of it; arrows
point from left to right, and `tests/grader/test_rooms.py` reads them from the imports.

    faces      what others type or import: command, cli, checks, misconceptions, kernel,
               nbgrader_plugins, elsewhere, ci, lint, adequacy

    bridge ─▶ grading ─▶ telling ─▶ checking ─▶ doors ─▶ box        nouns, under all of them:
                 └─────▶ intake ─▶ lesson                           model figures errors text naming student

    to find                               look in
    an answer larger than allowed         box/box.py          every limit of a conversation
    a hang, a crash, a broken protocol    box/box.py          raises `Stopped`
    what the kernel locks                 box/lock.py         and box/confine.py, which uses it
    which wrong models exist              tests/<lesson>/misconceptions/; checking/diagnosis.py loads them
    the name that a mistake gets          checking/study.py
    the board's first line                telling/board.py
    a page of a report                    telling/report/pages.py
    a Canvas name, a Moodle folder        intake/lms.py
    who writes grades.csv                 grading/batch.py, from telling/report/table.py
    what grade.json holds                 grading/record.py
    points that a person gave             grading/markbook.py
    where files are written               grading/shelf.py
"""
