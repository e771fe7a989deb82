"""`lessonforge doctor`: whether this machine has what it needs."""

from __future__ import annotations

import click


@click.command("doctor")
def command() -> int:
    """Try every part that a build needs."""
    from lessonforge import survey

    findings = list(survey.examine())
    for finding in findings:
        click.echo(f"{'ok  ' if finding.ok else 'FAIL'} {finding.part:<12} {finding.detail}")
    return 0 if all(finding.ok for finding in findings) else 4
