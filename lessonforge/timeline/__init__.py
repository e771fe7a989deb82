"""Comes in: a storyboard with its pictures and speeches. Goes out: a timeline with cues and reveals."""
