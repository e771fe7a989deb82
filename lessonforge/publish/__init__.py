"""Comes in: renditions. Goes out: what a pupil or a teacher opens. One file a target."""
