"""Sentences that say what a statement says but for one figure, date or name, which differs as slips of the pen do.

Where a claim can't be read into slots, likeness alone proves nothing: two figures of a kind in like sentences are most
often two facts. Two that differ in one digit, two days that are neighbours, two names apart by a letter are most often
one fact and a slip. Measured here, judged in judging/slips.py.
"""
