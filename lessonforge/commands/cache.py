"""`lessonforge cache`: look after the store of finished pictures, speech and clips."""

from __future__ import annotations

import click


@click.group("cache", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> int | None:
    """Show, check or trim what is kept of earlier builds."""
    if ctx.invoked_subcommand is not None:
        return None
    from lessonforge import survey
    from lessonforge.build.upkeep import size

    store = survey.store()
    measured = size(store)
    click.echo(f"{store.root}: {measured.results:,} results, {_megabytes(measured.bytes)}")
    return 0


@command.command("verify")
def verify() -> int:
    """Read everything in the store and set aside what is not whole."""
    from lessonforge import survey
    from lessonforge.build.upkeep import verify as audit

    found = audit(survey.store())
    for name in found.bad:
        click.echo(f"not whole, set aside: {name}")
    click.echo(f"{found.results:,} results and {found.files:,} files read, {len(found.bad)} bad")
    return 1 if found.bad else 0


@command.command("gc")
@click.option("--max-gb", type=click.FloatRange(0), default=20.0, show_default=True, help="Keep at most this much.")
def gc(max_gb: float) -> int:
    """Remove what was used longest ago until the store is small enough.

    What was used in the last hour stays.
    """
    from lessonforge import survey
    from lessonforge.build.upkeep import gc as collect

    freed = collect(survey.store(), int(max_gb * 1e9))
    click.echo(f"removed {freed.results:,} results, {_megabytes(freed.bytes)}")
    return 0


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"
