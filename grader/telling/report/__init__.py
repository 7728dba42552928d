"""What people read: one page a student, one page a class, one table for the gradebook.

Everything here is a pure function of grades and their lesson, and returns text. A page is one file
without script and without anything to load, and its content policy forbids both. Whatever a template
writes is escaped unless the template asks otherwise, so that nobody has to remember it.
"""

from grader.telling.report.pages import html, index, index_parts, markdown
from grader.telling.report.table import grades_csv

__all__ = ["grades_csv", "html", "index", "index_parts", "markdown"]
