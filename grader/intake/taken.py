"""Whatever was handed in is a submission. Where nothing of it can be read, it has no files and says why."""

import hashlib
from dataclasses import replace

from grader.errors import SubmissionError
from grader.intake import intake
from grader.intake.entries import Entry
from grader.model import Lesson, Submission


def taken(entry: Entry, lesson: Lesson) -> Submission:
    """The submission; one without any files where nothing of it can be read, which is no fault of ours."""
    try:
        return replace(intake.read(entry, lesson), arrival=entry.arrival)
    except SubmissionError as error:
        why = "; ".join(filter(None, (error.message, error.hint)))
        digest = f"sha256:{hashlib.sha256(why.encode()).hexdigest()}"
        problems = {file: f"{file} could not be read: {why}" for file in lesson.files}
        unread = f"nothing of it could be read: {why}"
        return Submission(entry.student, {}, digest, problems, entry.remarks, unread, entry.arrival)
