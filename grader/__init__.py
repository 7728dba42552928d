"""Theory of operation.

One suite of plain tests grades every submission, and never in the same process as the student's code.

    worker (trusted)                                  box (hostile)
    ─────────────────────────────────                 ──────────────────────────────────
    session   a warm pytest, its loop run             host   a fresh interpreter: no network,
              once a submission                              no files but the student's own,
    suites    which tests are checks of what                 no new process, capped time and memory
    boxed     the fixture `submission`     requests   the student's modules
    remote    stand-ins for their objects ─────────▶  answers what they say, as plain values
    verdict   how each check ended        ◀─────────
    grading   ledger → Grade                answers   prints go down a third pipe, as text

A check calls `Value(3.0).square()` on a stand-in. The call becomes one line of JSON (`wire`), the host makes
it on the real object, and what crosses back is None, a bool, an int, a float, a text, a collection of these,
or a number that stands for an object. The assert that decides runs on the trusted side, on exact plain
values. So the worst that student code can do is to answer wrongly.

Whatever goes wrong inside is the submission's (`Stopped`: it hung, died, or broke the protocol) and costs the
check that it happened in; `box` then starts another process for the next one. A box that cannot be started,
or a check that cannot be run, is ours (`GraderError`), and the grade is "ungraded".

The same suite has other doors. In a student's own pytest (`direct`) `submission.module("engine")` is the real
module, with prints, tracebacks and pdb; and `replay` runs the one failure that the board explains once more
through stand-ins, because only those write down what was done (`trace`). In a notebook (`kernel`) the module
is the notebook's own namespace. `notebook` makes that notebook out of the lesson, from the same `cells` by
which `notebook_intake` takes one apart that was handed in.

Around it: `intake` turns folders and archives into submissions and follows nothing; `batch` grades many, each
grade on disk before the next one counts; `record` is grade.json, and `report`, `exports` and the gradebook
read that record alone.
"""
