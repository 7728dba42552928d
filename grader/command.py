"""What the command `grader` starts: the commands, or a message that says what they need.

A student's installation has this command too, but not the packages that it needs.
"""


def main() -> None:
    """Run the command line."""
    try:
        from grader.cli import main as commands
    except ModuleNotFoundError as error:
        if (error.name or "grader").partition(".")[0] == "grader":
            raise
        raise SystemExit(
            f"Error: grading needs the package {error.name}, which is not installed\n"
            "Hint: pip install -e '.[grader]'; to check your own work, `pytest` is all you need"
        ) from None
    commands()
