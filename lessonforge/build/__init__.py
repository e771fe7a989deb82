"""Makes what is missing, once. Comes in: requests and the names of engines. Goes out: artifacts, kept in a store.

This stage knows requests, keys and bytes, never lessons.
"""
