"""Theory of operation.

One suite of plain tests grades every submission, and never in the same process as the student's code.

    worker (trusted)                                  box (hostile)
    ─────────────────────────────────                 ──────────────────────────────────
    session   a warm pytest, its loop run             host   a fork of `mother`: no network, no
              once a submission                              files, no new process, capped time
    suites    which tests are checks of what                 and memory
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

Boxes come from a `mother`, a process that holds Python's `library` and `host` in memory and is locked in
(`lock`, `confine`) before anything of a student is read; that comes down her boxes' pipes. All boxes see one
`world`, and a `snapshot` tells whether a check changed the student's modules, so that slow imports are done
once. A file of answers is read once (`constants`); `unordered` and `own` keep what chance or our working code
had a hand in from costing points, and `refusals` says in a teacher's words what a box does not do.

Before it: `choice` says which lesson is meant, `wholeness` that nothing of the kit is missing, and
`elsewhere` lets a student's pytest name another folder.

Around it: `intake` turns folders and archives into submissions and follows nothing, with the student's
`own_modules`; `batch` grades many, each grade on disk before the next one counts; `record` is grade.json, and
`report`, `exports` and the gradebook read that record alone. `bounds` limits what of a student's words gets
into it, `changes` says how it differs from the one before, and the `markbook` keeps what people decided apart
from what grading writes.
"""
