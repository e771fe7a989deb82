"""Comes in: shots. Goes out: stills and footage. One engine a file; see `protocol.py`."""
