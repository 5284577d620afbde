"""The `cavendish` command: parse, call, print the path."""

import os
import sys

from typer.exceptions import TyperException

from cavendish.cli import pages, pictures, plans, works
from cavendish.cli.desk import app
from cavendish.errors import CavendishError

__all__ = ["main", "pages", "pictures", "plans", "run", "works"]

_STOPPED = 130  # what shells give a command that was interrupted


def main() -> None:
    """Runs the command and ends the process: 0 done, 1 something is missing, 2 bad input, 130 stopped."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of the command; what is wrong with the input is said in one line on standard error."""
    try:
        code = int(app(arguments, prog_name="cavendish", standalone_mode=False) or 0)
        return _stopped() if code == _STOPPED else code
    except CavendishError as error:
        return _refuse(str(error))
    except TyperException as error:
        what = " ".join(error.format_message().split()).rstrip(".")
        return _refuse(f"{what}; try: cavendish --help")
    except KeyboardInterrupt:
        return _stopped()
    except SystemError as error:  # an interrupt that came inside compiled code
        if not _interrupted(error):
            raise
        return _stopped()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still to be flushed has nowhere to go
        return 1


def _stopped() -> int:
    sys.stderr.write("cavendish: stopped\n")
    return _STOPPED


def _interrupted(error: BaseException | None) -> bool:
    """Whether an interrupt began the chain of errors."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _refuse(line: str) -> int:
    sys.stderr.write(f"cavendish: {line}\n".encode(errors="replace").decode())
    return 2
