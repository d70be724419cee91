"""Results as JUnit XML: one test suite for each input, one test case for each finding."""

from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from patuh.finding import Finding, LeftOut, Level, Result, Unreadable
from patuh.messages import Lang
from patuh.report.laid_over import laid_over
from patuh.report.left_out import left_out
from patuh.report.wording import Wording
from patuh_parser.text.shown import in_xml


def render(
    results: Iterable[Result],
    errors: Iterable[Unreadable],
    lang: Lang,
    floor: Level,
    left: Iterable[LeftOut] = (),
) -> str:
    """Findings at or above `floor` are failures, those below are passed cases with output.

    Accepted ones are skipped, with the reason.
    """
    root = ET.Element("testsuites", name="patuh")
    for result in results:
        wording = Wording(lang, result.input)
        suite = ET.SubElement(root, "testsuite", name=result.input.path)
        _properties(suite, result, wording)
        names: Counter[str] = Counter()
        for finding in result.findings:
            name = f"{finding.check} {wording.subject(finding)}"
            names[name] += 1
            if names[name] > 1:  # who collects results takes two of one name for one
                name = f"{name} ({names[name]})"
            _case(suite, name, finding, wording, floor)
        unread = [text for text, unread in wording.noticed() if unread]
        for text in unread:
            case = ET.SubElement(suite, "testcase", name=text, classname=_class(result.input.path))
            ET.SubElement(case, "error", type="unread", message=text)
        if not result.findings and not unread:
            ET.SubElement(suite, "testcase", name="patuh", classname=_class(result.input.path))
        failures = sum(finding.level >= floor for finding in result.deciding)
        if skipped := len(result.findings) - len(result.deciding):
            suite.set("skipped", str(skipped))
        tests = max(1, len(result.findings) + len(unread))
        _count(suite, tests, failures=failures, errors=len(unread))
    for unreadable in errors:
        suite = ET.SubElement(root, "testsuite", name=unreadable.path)
        for error in unreadable.errors:
            case = ET.SubElement(
                suite, "testcase", name=error.code, classname=_class(unreadable.path)
            )
            span = error.place.span
            message = f"{span.line}:{span.column}: {error.texts[lang][0]}"
            ET.SubElement(case, "error", type=error.code, message=message)
        _count(suite, len(unreadable.errors), errors=len(unreadable.errors))
    _skipped(root, left_out(left, lang))
    in_xml(root)
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _case(suite: ET.Element, name: str, finding: Finding, wording: Wording, floor: Level) -> None:
    span, path = finding.place.span, finding.place.path
    case = ET.SubElement(suite, "testcase", name=name, classname=_class(path))
    case.set("file", path)
    case.set("line", str(span.line))
    laws = "; ".join(map(wording.named, finding.citations))
    text = f"{span.line}:{span.column}: {wording.sentence(finding)} ({laws})"
    if (why := wording.accepted(finding)) is not None:
        ET.SubElement(case, "skipped", message=f"{wording.level(finding.level)}: {text}: {why}")
    elif finding.level >= floor:
        ET.SubElement(case, "failure", type=finding.level.name, message=text)
    else:
        ET.SubElement(case, "system-out").text = f"{wording.level(finding.level)}: {text}"


def _properties(suite: ET.Element, result: Result, wording: Wording) -> None:
    """What was laid over the knowledge base, and what no check tests."""
    told = [("overlay", text) for text in laid_over(wording.lang)]
    label = wording.say("findings.not_assessed")
    told += [(label, text) for text, _ in wording.noticed()]
    if recognised := wording.recognised():
        told.append((wording.say("findings.read_as_draft"), recognised))
    told += [(label, text) for text in wording.not_assessed(result.unassessed)]
    remarked = wording.say("findings.remarked")
    told += [(remarked, wording.remark(one)) for one in result.remarks]
    properties = ET.SubElement(suite, "properties") if told else suite
    for name, value in told:
        ET.SubElement(properties, "property", name=name, value=value)


def _skipped(root: ET.Element, told: list[str]) -> None:
    """What of folders was not checked: a case each that was passed over."""
    if told:
        suite = ET.SubElement(root, "testsuite", name="patuh", skipped=str(len(told)))
        for text in told:
            case = ET.SubElement(suite, "testcase", name=text, classname="patuh")
            ET.SubElement(case, "skipped", message=text)
        _count(suite, len(told))


def _count(suite: ET.Element, tests: int, failures: int = 0, errors: int = 0) -> None:
    suite.set("tests", str(tests))
    suite.set("failures", str(failures))
    suite.set("errors", str(errors))


def _class(path: str) -> str:
    return path.removesuffix(".sotk").replace("/", ".")
