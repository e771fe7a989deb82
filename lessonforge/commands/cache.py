"""`lessonforge cache`: look after the store of finished pictures, speech and clips."""

from __future__ import annotations

import click


@click.group("cache", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> int | None:
    """Show, check or trim the store of finished pictures, speech and clips."""
    if ctx.invoked_subcommand is not None:
        return None
    from lessonforge import survey
    from lessonforge.build.upkeep import size

    store = survey.store()
    measured = size(store)
    click.echo(f"{store.root}: {measured}")
    return 0


@command.command("verify")
def verify() -> int:
    """Read everything in the store and set aside what is not whole."""
    from lessonforge import survey
    from lessonforge.build.upkeep import verify as audit

    found = audit(survey.store())
    click.echo(str(found))
    return 0 if found.ok else 1


@command.command("gc")
@click.option("--max-gb", type=click.FloatRange(0), default=20.0, show_default=True, help="Keep at most this much.")
def gc(max_gb: float) -> int:
    """Remove what was used longest ago until the store is small enough."""
    from lessonforge import survey
    from lessonforge.build.upkeep import gc as collect

    click.echo(str(collect(survey.store(), int(max_gb * 1e9))))
    return 0
