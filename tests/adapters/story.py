"""The events of one issued directive, for the tests of the store."""

from __future__ import annotations

from engine.model.events import (
    DeliveryMade,
    DirectiveIssued,
    DirectivePlanned,
    DocumentRendered,
    Event,
    ObligationAccepted,
    ObligationCancelled,
    ObligationCompleted,
    ObligationExtended,
    ObligationOpened,
    ObligationRefused,
    ObligationReported,
)

DIRECTIVE = "an-lao-2021-vssid"
REGISTER = "ubnd-huyen-an-lao"
SYMBOL = "UBND-VP"
ACTOR = "văn thư"


def planned() -> Event:
    fact = DirectivePlanned(
        directive=DIRECTIVE,
        plan_hash="ab" * 32,
        issuer=REGISTER,
        doctype="cong-van",
        subject="triển khai VssID cho học sinh",
        date="2021-07-16",
        snapshot={"tasks": ["một", "hai"], "per": "all"},
        groups={"truong-an-lao": ["truong-a", "truong-b"]},
    )
    return fact.event(DIRECTIVE, ACTOR, f"planned:{DIRECTIVE}")


def rendered(name: str = "1186-UBND-VP.docx", sha256: str = "cd" * 32) -> Event:
    fact = DocumentRendered(DIRECTIVE, "letter", name, "application/x-docx", sha256, 12345)
    return fact.event(DIRECTIVE, ACTOR, f"rendered:{DIRECTIVE}:{sha256}")


def delivered(recipient: str, name: str) -> Event:
    files = ({"name": "1186-UBND-VP.docx", "sha256": "cd" * 32},)
    fact = DeliveryMade(DIRECTIVE, recipient, name, "folder", f"out/{recipient}", files)
    return fact.event(DIRECTIVE, ACTOR, f"delivered:{DIRECTIVE}:{recipient}")


def opened(agency: str, task: str, due: str = "2021-08-14") -> Event:
    key = f"{DIRECTIVE}/{task}/{agency}"
    fact = ObligationOpened(
        key, directive=DIRECTIVE, task=task, agency=agency, role="lead", title="Báo cáo", due=due,
        details={"forms": ["mau-02"]},
    )  # fmt: skip
    return fact.event(DIRECTIVE, ACTOR, f"opened:{key}")


def issued(number: int = 1186) -> Event:
    fact = DirectiveIssued(
        directive=DIRECTIVE, issuer=REGISTER, register=REGISTER, year=2021, number=number,
        code=f"{number}/{SYMBOL}", date="2021-07-16", doctype="cong-van", doctype_title="Công văn",
        subject="triển khai VssID cho học sinh", signer="Nguyễn Mạnh Thắng",
        recipients="Phòng GD&ĐT; BHXH huyện",
        keeper="VT", copies=20, dispatched="2021-07-16",
    )  # fmt: skip
    return fact.event(DIRECTIVE, ACTOR, f"issued:{DIRECTIVE}")


def obligation(agency: str, task: str) -> str:
    return f"{DIRECTIVE}/{task}/{agency}"


def whole_story() -> list[Event]:
    """Planned, rendered, delivered, issued, and obligations in every stage."""
    agencies = [f"truong-{letter}" for letter in "abcdef"]
    events = [planned(), rendered()]
    events += [delivered(a, f"Trường {a[-1].upper()}") for a in agencies]
    events += [opened(a, t) for a in agencies for t in ("bao-cao", "cai-dat")]
    events += [opened("bhxh", "ho-tro", due=""), issued()]
    a, b, c, d, e, _ = (obligation(x, "bao-cao") for x in agencies)
    steps = [
        ObligationReported(a, on="2021-08-10", done=90, total=100, evidence=("ef" * 32,)),
        ObligationAccepted(a, on="2021-08-11"),
        ObligationReported(b, on="2021-08-20", done=5, total=100),
        ObligationRefused(b, on="2021-08-21", reason="thiếu danh sách"),
        ObligationCompleted(c, on="2021-08-01"),
        ObligationCancelled(d, on="2021-08-02", reason="trường giải thể"),
        ObligationExtended(e, on="2021-08-03", due="2021-09-30", reason="dịch bệnh"),
        ObligationReported(obligation("bhxh", "ho-tro"), on="2021-08-20"),
    ]
    return events + [step.event(DIRECTIVE, ACTOR) for step in steps]
