"""Yardsticks: public data that nobody here wrote. `python -m tests.bench --data ../shared/bench` runs them all."""
