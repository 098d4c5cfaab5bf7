"""The chain of documents that a directive stands in."""

from __future__ import annotations

from typing import Any

from engine.model.lineage import LineageSource, links_of
from engine.plan.lineage import lineage
from tests.plan.small import directive

CHAIN = {
    "cv-2559": LineageSource("Công văn 2559/BHXH-TT&PTĐT", "2020-12-03"),
    "cv-4218": LineageSource(
        "Công văn 4218/VP-VX", "2020-12-07", (("de-xuat", "cv-2559"), ("kem-theo", "cv-2559"))
    ),
    "cv-3569": LineageSource("Công văn 3569/UBND-VX", "2021-06-03"),
    "ttr-255": LineageSource(
        "Tờ trình 255/TTr-BHXH", "2021-07-15", (("can-cu", "cv-4218"), ("can-cu", "cv-3569"))
    ),
}
ANSWER: dict[str, Any] = {
    "id": "cv-1186",
    "date": "2021-07-16",
    "links": [{"kind": "de-xuat", "directive": "ttr-255"}],
}


def order(**written: Any) -> list[str]:
    steps = lineage(directive(**written), "Công văn 1186/UBND-VP", CHAIN)
    return list(dict.fromkeys(step.directive for step in steps))


def test_the_chain_runs_from_the_first_proposal_to_the_letter() -> None:
    assert order(**ANSWER) == ["cv-2559", "cv-4218", "cv-3569", "ttr-255", "cv-1186"]


def test_each_step_tells_its_relations() -> None:
    steps = lineage(directive(**ANSWER), "Công văn 1186/UBND-VP", CHAIN)
    assert [(s.directive, s.relation, s.of) for s in steps] == [
        ("cv-2559", "", ""),
        ("cv-4218", "de-xuat", "cv-2559"),
        ("cv-4218", "kem-theo", "cv-2559"),
        ("cv-3569", "", ""),
        ("ttr-255", "can-cu", "cv-4218"),
        ("ttr-255", "can-cu", "cv-3569"),
        ("cv-1186", "de-xuat", "ttr-255"),
    ]


def test_a_later_letter_does_not_change_the_lineage_of_an_earlier_one() -> None:
    early = directive(id="cv-3569", date="2021-06-03")
    assert lineage(early, "Công văn 3569/UBND-VX", CHAIN) == ()


def test_circles_and_unknown_documents_do_no_harm() -> None:
    circle = {
        "a": LineageSource("A", "2021-01-01", (("dan-chieu", "b"),)),
        "b": LineageSource("B", "2021-01-02", (("dan-chieu", "a"), ("can-cu", "mat-roi"))),
    }
    letter = directive(id="c", links=[{"kind": "tra-loi", "directive": "b"}])
    labels = {s.directive: s.label for s in lineage(letter, "C", circle)}
    assert labels == {"mat-roi": "mat-roi", "a": "A", "b": "B", "c": "C"}


def test_bases_links_and_effects_all_tie_directives_together() -> None:
    letter = directive(
        bases=[
            {"id": "kh", "act": "12/KH-UBND", "directive": "kh-12"},
            {"act": "9/UBND-VP", "directive": "cv-9", "link": "tra-loi"},
            {"act": "30/2020/NĐ-CP"},
        ],
        links=[{"kind": "kem-theo", "act": "12/KH-UBND"}, {"kind": "de-xuat", "act": "không biết"}],
        effect={"replaces": [{"directive": "cv-1"}], "amends": [{"act": "kh", "changes": "Khoản 1."}]},
    )
    assert links_of(letter) == (
        ("can-cu", "kh-12"),
        ("tra-loi", "cv-9"),
        ("kem-theo", "kh-12"),
        ("thay-the", "cv-1"),
        ("sua-doi", "kh-12"),
    )
