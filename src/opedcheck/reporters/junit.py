"""JUnit XML: a suite a file, a failed test a finding, one test that passed where there is none."""

from __future__ import annotations

import re
from typing import TextIO
from xml.etree import ElementTree as Xml

from opedcheck.model import ArticleReport, Report
from opedcheck.reporters.reporter import Look, Reporter
from opedcheck.reporters.shown import place
from opedcheck.reporters.told import message, told_of

# XML 1.0 has no place for these, not even escaped.
NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def write(run: Report, out: TextIO, look: Look) -> None:
    """The document, with counts for each suite and for all."""
    suites = Xml.Element("testsuites", name="opedcheck")
    for one in run.articles:
        suites.append(_suite(one))
    for count in ("tests", "failures", "errors"):
        suites.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    Xml.indent(suites)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(Xml.tostring(suites, encoding="unicode") + "\n")


def _suite(one: ArticleReport) -> Xml.Element:
    name = fit(place(one.article))
    found = list(told_of(one))
    counts = {"tests": str(max(len(found), 1)), "failures": str(len(found)), "errors": "0"}
    suite = Xml.Element("testsuite", {"name": name, **counts})
    for each in found:
        where = f"{each.start.line}:{each.start.column}"
        case = Xml.SubElement(suite, "testcase", classname=name, name=f"{each.finding.rule} at {where}")
        failure = Xml.SubElement(case, "failure", type=each.severity, message=fit(message(each.finding)))
        failure.text = fit(f"{name}:{where}: {message(each.finding)}")
    if not found:
        Xml.SubElement(suite, "testcase", classname=name, name="no findings")
    return suite


def fit(text: str) -> str:
    """`text` without code points that XML can't hold."""
    return NO_XML.sub("\ufffd", text)


REPORTER = Reporter(name="junit", write=write)
