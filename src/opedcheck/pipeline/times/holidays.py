"""Holidays that are dates in the news, and the day on which each falls in a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

OnYear = Callable[[int], date]


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


def fixed(month: int, day: int) -> OnYear:
    """A holiday on one day of the year."""
    return lambda year: date(year, month, day)


def nth(number: int, weekday: int, month: int, shift: int = 0) -> OnYear:
    """A holiday on the nth weekday (1 is Monday) of a month, the last for -1, moved by `shift` days."""

    def on(year: int) -> date:
        if number > 0:
            first = date(year, month, 1)
            return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1) + shift)
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7 - shift)

    return on


def from_easter(days: int) -> OnYear:
    """A holiday so many days from Easter Sunday."""
    return lambda year: easter(year) + timedelta(days=days)


HOLIDAYS: dict[str, OnYear] = {
    "christmas": fixed(12, 25), "christmas day": fixed(12, 25), "christmas eve": fixed(12, 24),
    "boxing day": fixed(12, 26), "new year's day": fixed(1, 1), "new year's eve": fixed(12, 31),
    "new year's": fixed(1, 1), "new year eve": fixed(12, 31),
    "thanks giving day": nth(4, 4, 11), "new years day": fixed(1, 1), "new years eve": fixed(12, 31),
    "thanksgiving": nth(4, 4, 11), "thanksgiving day": nth(4, 4, 11), "black friday": nth(4, 4, 11, 1),
    "cyber monday": nth(4, 4, 11, 4),
    "memorial day": nth(-1, 1, 5), "labor day": nth(1, 1, 9), "labour day": nth(1, 1, 9),
    "columbus day": nth(2, 1, 10), "presidents' day": nth(3, 1, 2), "presidents day": nth(3, 1, 2),
    "martin luther king day": nth(3, 1, 1), "mlk day": nth(3, 1, 1),
    "mother's day": nth(2, 7, 5), "mothers day": nth(2, 7, 5), "father's day": nth(3, 7, 6),
    "fathers day": nth(3, 7, 6), "election day": nth(1, 1, 11, 1),
    "independence day": fixed(7, 4), "fourth of july": fixed(7, 4), "veterans day": fixed(11, 11),
    "veterans' day": fixed(11, 11), "armistice day": fixed(11, 11), "remembrance day": fixed(11, 11),
    "halloween": fixed(10, 31), "valentine's day": fixed(2, 14), "valentines day": fixed(2, 14),
    "st. patrick's day": fixed(3, 17), "saint patrick's day": fixed(3, 17), "groundhog day": fixed(2, 2),
    "may day": fixed(5, 1), "earth day": fixed(4, 22), "bastille day": fixed(7, 14), "guy fawkes day": fixed(11, 5),
    "april fools": fixed(4, 1), "april fools' day": fixed(4, 1), "all saints' day": fixed(11, 1),
    "juneteenth": fixed(6, 19), "inauguration day": fixed(1, 20), "international women's day": fixed(3, 8),
    "easter": from_easter(0), "easter sunday": from_easter(0), "easter monday": from_easter(1),
    "good friday": from_easter(-2), "holy thursday": from_easter(-3), "palm sunday": from_easter(-7),
    "ash wednesday": from_easter(-46), "mardi gras": from_easter(-47), "pentecost": from_easter(49),
    "ascension day": from_easter(39),
}  # fmt: skip
