"""The command line: arguments and exit codes, nothing else.

Exit codes: 0 all built, 1 something failed (the rest is published), 2 usage, 3 a lesson file is wrong (nothing
built), 4 the machine is not ready, 5 another build holds the lock, 70 a bug, 130 or 143 stopped.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from lessonforge import __version__
from lessonforge.build.stop import interruptible
from lessonforge.errors import LessonForgeError, did_you_mean

VERBS = (
    "demo",
    "new",
    "check",
    "build",
    "plan",
    "storyboard",
    "levels",
    "i18n",
    "voices",
    "fonts",
    "engines",
    "things",
    "doctor",
    "cache",
)


class Verbs(click.Group):
    """The verbs in the order a teacher meets them, each imported only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in their order."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of a verb, or None."""
        if name not in VERBS:
            return None
        command: click.Command = importlib.import_module(f"lessonforge.commands.{name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The verb of the arguments. Raises UsageError with the nearest verb."""
        if args[0] not in VERBS:
            ctx.fail(f"There is no command '{args[0]}'. {did_you_mean(args[0], VERBS)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb; Ctrl-C and SIGTERM become Interrupted."""
        with interruptible():
            return super().invoke(ctx)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="lessonforge")
def lessonforge() -> None:
    """Turn a written lesson into a narrated, captioned video in every language its pupils speak."""


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit code; every error but a bug is one clear message on standard error."""
    try:
        return lessonforge.main(argv, prog_name="lessonforge", standalone_mode=False) or 0
    except click.Abort:
        return _say("Stopped.", 130)
    except click.ClickException as error:
        error.show()
        return 2
    except LessonForgeError as error:
        return _say(str(error), error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:  # noqa: BLE001 - the process edge: a bug becomes a report, not a stack trace
        return _say(_bug_report(error), 70)


def _say(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code


def _bug_report(error: Exception) -> str:
    import platform
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile("w", prefix="lessonforge-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(f"lessonforge {__version__}, Python {platform.python_version()}, {platform.platform()}\n")
        log.write(f"arguments: {sys.argv[1:]}\n\n{''.join(traceback.format_exception(error))}")
    what = f"This is a bug in LessonForge, not in your lesson: {type(error).__name__}: {error}"
    return f"{what}\nPlease report it with the file {log.name}"
