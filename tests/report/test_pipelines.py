"""What pipelines read: SARIF and JUnit against their schemas, JSON Lines a report a line."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as Xml

import jsonschema
import pytest
from lxml import etree
from report.batches import BATCH, HOSTILE, HOSTILE_BATCH

from ita_checker.model import Batch
from ita_checker.report.formats import jsonl, junit, sarif

# By the JUnit schema that Jenkins and GitLab accept: suites of cases, each with at most one
# failure or error, counts given.
JUNIT = """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
 <xs:complexType name="outcome" mixed="true"><xs:attribute name="message" type="xs:string"/><xs:attribute name="type" type="xs:string" use="required"/></xs:complexType>
 <xs:element name="testsuites"><xs:complexType>
  <xs:sequence><xs:element name="testsuite" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
   <xs:sequence><xs:element name="properties" minOccurs="0"><xs:complexType><xs:sequence><xs:element name="property" maxOccurs="unbounded"><xs:complexType>
    <xs:attribute name="name" type="xs:string" use="required"/><xs:attribute name="value" type="xs:string" use="required"/>
   </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element><xs:element name="testcase" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
    <xs:choice minOccurs="0"><xs:element name="failure" type="outcome"/><xs:element name="error" type="outcome"/></xs:choice>
    <xs:attribute name="name" type="xs:string" use="required"/><xs:attribute name="classname" type="xs:string" use="required"/><xs:attribute name="time" type="xs:decimal"/>
   </xs:complexType></xs:element></xs:sequence>
   <xs:attribute name="name" type="xs:string" use="required"/><xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
   <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/><xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
   <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
  </xs:complexType></xs:element></xs:sequence><xs:attribute name="name" type="xs:string"/>
 </xs:complexType></xs:element>
</xs:schema>"""


@pytest.mark.parametrize(
    "batch", [BATCH, HOSTILE_BATCH, Batch((), (), "1")], ids=["gaps", "hostile", "none"]
)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_sarif_is_as_its_specification_has_it(batch: Batch, lang: str) -> None:
    schema = json.loads(
        Path(__file__).with_name("sarif-2.1.0-parts.json").read_text(encoding="utf-8")
    )
    data = json.loads("".join(sarif.render(batch, lang)))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(
        data
    )
    rules = [rule["id"] for rule in data["runs"][0]["tool"]["driver"]["rules"]]
    assert all(
        rules[result["ruleIndex"]] == result["ruleId"] for result in data["runs"][0]["results"]
    )


def test_sarif_names_page_and_box_and_suppresses_what_was_dismissed() -> None:
    results = json.loads("".join(sarif.render(BATCH)))["runs"][0]["results"]
    assert [(one["ruleId"], one["level"], one.get("suppressions")) for one in results] == [
        ("YEA005", "error", None),
        ("ORG001", "warning", None),
        (
            "TXT003",
            "warning",
            [{"kind": "external", "status": "accepted", "justification": "เลขหน้าของเอกสารอื่น"}],
        ),
        ("DOC003", "error", None),
    ]
    assert results[0]["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "2564/dong/O43.pdf"}},
            "logicalLocations": [{"name": "องค์การบริหารส่วนตำบลดงดอย", "kind": "organisation"}],
            "properties": {"page": 2, "box": [72.0, 310.0, 188.0, 326.0]},
        }
    ]


@pytest.mark.parametrize(
    "batch", [BATCH, HOSTILE_BATCH, Batch((), (), "1")], ids=["gaps", "hostile", "none"]
)
def test_junit_is_as_its_schema_has_it_and_its_counts_are_right(batch: Batch) -> None:
    text = "".join(junit.render(batch))
    etree.XMLSchema(etree.fromstring(JUNIT)).assertValid(etree.fromstring(text.encode()))
    for suite in Xml.fromstring(text):
        counts = [
            len(suite.findall(path)) for path in ("testcase", "testcase/failure", "testcase/error")
        ]
        assert counts == [int(suite.attrib[name]) for name in ("tests", "failures", "errors")]


def test_junit_tells_gaps_from_what_could_not_be_checked() -> None:
    suites = Xml.fromstring("".join(junit.render(BATCH, "en")))
    said = [
        [(case.attrib["name"], [child.tag for child in case]) for case in suite.iter("testcase")]
        for suite in suites
    ]
    assert said == [
        [("nacc-2564.ORG001", ["failure"]), ("nacc-2564.YEA005", ["failure"])],
        [],
        [("reading", ["error"]), ("nacc-2564.rounds", ["error"])],
    ]


def test_sarif_and_junit_name_office_page_fingerprint_and_where_a_code_is_explained() -> None:
    run = json.loads("".join(sarif.render(BATCH)))["runs"][0]
    first = run["results"][0]
    assert (
        first["message"]["text"] == "พบ ประกาศเจตจำนง โปรดตรวจสอบ [หน้า 2 · องค์การบริหารส่วนตำบลดงดอย]"
    )
    marks = [one["partialFingerprints"]["itaChecker/v1"] for one in run["results"]]
    assert len(set(marks)) == len(marks) and all(len(mark) == 64 for mark in marks)
    rule = next(rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "YEA005")
    assert rule["helpUri"] == "urn:ita-checker:code:YEA005"
    assert rule["help"]["text"].endswith("ita-checker explain YEA005")
    suite = Xml.fromstring("".join(junit.render(BATCH)))[0]
    told = {one.attrib["name"]: one.attrib["value"] for one in suite.iter("property")}
    assert (told["organisation"], told["fiscal_year"], told["items"]) == (
        "องค์การบริหารส่วนตำบลดงดอย",
        "2564",
        "O43",
    )
    said = [failure.text or "" for failure in suite.iter("failure")]
    assert all("[หน้า 2]" in text and f"fingerprint {text[-40:]}"[:11] in text for text in said)
    assert "ita-checker explain YEA005" in said[1] and marks[0][:16] in said[1]


def test_thai_stands_in_every_stream_as_people_search_for_it() -> None:
    for form in (jsonl, sarif, junit):
        assert "องค์การบริหารส่วนตำบลดงดอย" in "".join(form.render(BATCH))


def test_json_lines_hold_a_report_each_and_the_scan_last() -> None:
    *lines, last = "".join(jsonl.render(HOSTILE_BATCH)).splitlines()
    assert len(lines) == len(HOSTILE)
    assert json.loads(last)["path"] is None and json.loads(last)["summary"]["reports"] == len(lines)
    assert [json.loads(line)["findings"][0]["quote"] for line in lines] == list(HOSTILE)
