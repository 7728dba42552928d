"""Theory of operation.

One suite of plain tests grades every submission. The tests run in one process, the student's code in another.

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

A worker knows from a run on the solution what each check asks (`foreseen`), so it sends all questions of an
exercise in one message (`asking_ahead`). If every answer for a check equals the solution's, the check would
pass as it did on the solution, and need not run. If one answer differs, the check runs. It reads the answers
that have arrived, as long as it asks the questions that were foreseen.

If something goes wrong in the box, it is the submission's doing (`Stopped`: code hung, died, or broke the
protocol). It costs the check that was running, and the next check gets a new process. If a box cannot be
started, or a check cannot be run, it is our fault (`GraderError`), and the grade is "ungraded".

The same suite can reach student code in other ways, called doors. In a student's own pytest (`direct`),
`submission.module("engine")` is the real module, with prints, tracebacks and pdb. There `deadline` ends an
endless loop; `alarm` wakes it on every system. Real objects do not write down what was done to them, so
`replay` runs the one failure that the board explains a second time, through stand-ins, which do (`trace`).
In a notebook (`kernel`), the module is the notebook's own namespace.

The plan of the house: `grader/` has rooms. The `__init__.py` of a room says what the room promises, and
which of its modules other rooms may use. Imports go from left to right only (`tests/grader/test_rooms.py`).

    faces      what others type or import: command, cli, checks, misconceptions, kernel,
               nbgrader_plugins, elsewhere, installed, ci, feedback, lint, adequacy

                        watching ───▶┐
    release ─▶ bridge ─▶ grading ─▶ telling ─▶ checking ─▶ doors ─▶ box
                            └─────▶ intake ─▶ lesson

    nouns, under all of them: model figures errors text caret naming student roster sheet policy

    to find                               look in
    an answer larger than allowed         box/box.py          every limit of a conversation
    a hang, a crash, a broken protocol    box/box.py          raises `Stopped`
    what the kernel locks                 box/lock.py         and box/confine.py, which uses it
    which wrong models exist              tests/<lesson>/misconceptions/; checking/loading.py finds them
    the name that a mistake gets          checking/study.py
    what `pytest --watch` does            watching/watch.py   and its terminal, watching/screen.py
    which failure is shown, and what next telling/story.py    the words of all states, too
    the board's first line                telling/page.py, the words; telling/board.py, when it is shown
    a page of a report                    telling/report/pages.py
    a Canvas name, a Moodle folder        intake/lms.py
    who is in the class                   roster.py; intake/roster.py reads lists, grading/classlist.py keeps
    a cell of another system's CSV        sheet.py; bridge/systems.py says which cell
    what counts in one course             policy.py; grading/policies.py keeps it beside the reports
    who writes grades.csv                 grading/batch.py, from telling/report/table.py; also course.py
    which line of a student is at work    doors/places.py, for each door but a box; there box/host.py
    what the class page says              telling/report/overview.py, troubles.py, items.py, columns.py
    why an exercise counts as wrong       telling/cause.py
    examples that name nobody             telling/report/wall.py chooses them, anonymous.py cleans them
    a course of several lessons           grading/course.py: a folder a lesson, pages of all above them
    what grade.json holds                 grading/record.py; encoding.py writes its values, decoding.py reads
    points that a person gave             grading/markbook.py
    where files are written               grading/shelf.py, by disk.py: whole or not at all
    why an unchanged class costs little   grading/summaries.py, and pages.py: which pages stand as they should
    what a killed worker means            grading/dispatch.py tries again, each lost job alone
    a picture in a report                 figures.py is what a lesson hands in, telling/report/ draws it
    a given method that was changed       doors/handed_out.py; checking/putting_back.py tries it as it was
    code of ours in a student's process   doors/working.py chooses it, box/standing_in.py puts it there
    one bad line in a file of answers     box/piecewise.py reads on, doors/unread.py says what to type
    a class on several machines           grading/shards.py says who is where; merging.py puts it together
    what students receive                 release/contents.py; release/leaks.py says what must not be in it
    a Dask cluster                        grading/cluster.py, our end; away.py and answering.py, a worker's
"""
