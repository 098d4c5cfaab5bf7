"""Where a clerk mends a fault that was found in a letter of his own: the key of the spec, else the Word template."""

from __future__ import annotations

from collections.abc import Mapping

from engine.errors import Problem, Where
from engine.rules.finding import Finding, Place, Said
from engine.rules.letter import PartName
from engine.rules.names import PART_NAMES
from engine.spec.located import KeyPath, Located, path_text

_SIGNED: tuple[KeyPath, ...] = (("sign", "authority"), ("sign",))
_APPENDED: tuple[KeyPath, ...] = (("appendices",),)

_KEYS: Mapping[PartName, tuple[KeyPath, ...]] = {
    PartName.SUPERIOR: (("issuer",),),
    PartName.ISSUER: (("issuer",),),
    PartName.NUMBER: (("symbol",), ("issuer",)),
    PartName.PLACE_DATE: (("date",),),
    PartName.TYPE_NAME: (("type",),),
    PartName.SUBJECT: (("subject",),),
    PartName.SALUTATION: (("recipients",),),
    PartName.ADDRESSEE: (("recipients",),),
    PartName.BASIS: (("bases",),),
    PartName.AUTHORITY: _SIGNED,
    PartName.SIGNER: (("sign", "name"), ("sign",)),
    PartName.OTHER_TITLE: (("sign",),),
    PartName.RECEIVERS_LABEL: (("copies",), ("file",)),
    PartName.RECEIVER: (("copies",), ("file",)),
    PartName.FILE_LINE: (("file",),),
    PartName.DRAFTER: (("drafting",),),
    PartName.CONTACT: (("footer_contact",), ("contacts",)),
    PartName.URGENCY: (("urgency",),),
    PartName.SECRECY: (("secrecy",),),
    PartName.CIRCULATION: (("circulation",),),
    PartName.APPENDIX_LABEL: _APPENDED,
    PartName.APPENDIX_TITLE: _APPENDED,
    PartName.APPENDIX_NOTE: _APPENDED,
    PartName.APPENDIX_BODY: _APPENDED,
}
"""The keys that a component is made from, the nearest first."""

_BODY_KEYS = "opening, tasks, sections, timing, closing"


def told_by_key(problem: Problem, finding: Finding, located: Located) -> Problem:
    """The problem of the finding at the spec's key and line, with a remedy for the spec and not for Word."""
    keys = _KEYS.get(finding.place.part, ())
    path = next((key for key in keys if key in located.values), keys[-1] if keys else ())
    where = located.where(path) if path else Where(located.file)
    words = {"place": _place(finding.place), "mend": _mend(finding, path)}
    params = {f"{name}_{lang}": text for name, said in words.items() for lang, text in said._asdict().items()}
    return Problem(
        problem.code,
        where,
        {**problem.params, **params},
        problem.severity,
        problem.basis,
        accepted=problem.accepted,
    )


def _place(place: Place) -> Said:
    name = PART_NAMES[place.part]
    words = f": “{place.words}”" if place.words else ""
    return Said(
        f"trong văn bản sẽ soạn, {name.vi}{words}", f"in the letter that will be made, {name.en}{words}"
    )


def _mend(finding: Finding, path: KeyPath) -> Said:
    if path:
        key = path_text(path)
        return Said(f"Sửa ở khóa {key}.", f"Mend it at the key {key}.")
    if finding.place.part in (PartName.BODY, PartName.OTHER) and finding.place.words:
        return Said(
            f"Sửa câu ấy trong tệp chỉ đạo (ở một trong các khóa {_BODY_KEYS}).",
            f"Mend that sentence in the spec (at one of the keys {_BODY_KEYS}).",
        )
    return Said(
        f"Phần này do mẫu Word tạo ra: sửa trong mẫu. {finding.mend.vi}",
        f"This comes from the Word template: mend it there. {finding.mend.en}",
    )
