"""A small insurance office with two employers and four persons: its list, its letter, and what the units send back."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from engine.adapters.clock import FixedClock
from engine.adapters.secret import home_secret
from engine.app.direct import DirectRunner
from engine.app.issue import IssueRun
from engine.app.people import answers
from engine.app.people.collecting import Collected, collect
from engine.app.people.files import Means
from engine.app.people.importing import Imported, import_people
from engine.app.people.listing import addressed_units, look_at_list
from engine.app.people.rounds import next_round
from engine.app.pipeline import Silent
from engine.app.reading import find_spec, read_directive
from engine.app.workbench import Workbench
from engine.bootstrap import Places, open_channels, open_library, open_lists, open_store, shipped_specs
from engine.people.lists import Lists
from engine.spec.library import Library
from tests.app.killing import Countdown, deadly

DIRECTIVE = "mau-2022-dinh-danh"
DAY = date(2022, 10, 3)
AGENCIES = """
agencies:
  - {id: bhxh-mau, name: Bảo hiểm xã hội huyện Mẫu, short: BHXH huyện Mẫu, kind: bhxh-huyen,
     header: [BẢO HIỂM XÃ HỘI, HUYỆN MẪU], symbol: BHXH, seat: Mẫu, synthetic: true}
  - {id: cty-an, name: Công ty TNHH An, kind: don-vi-su-dung-lao-dong, codes: {ma-don-vi: TA0001A}, synthetic: true}
  - {id: cty-binh, name: Công ty TNHH Bình, kind: don-vi-su-dung-lao-dong, codes: {ma-don-vi: TA0002B}, synthetic: true}
groups:
  - {id: cac-cong-ty, name: Các đơn vị sử dụng lao động, kind: don-vi-su-dung-lao-dong}
"""
LETTER = """
id: mau-2022-dinh-danh
type: cong-van
issuer: bhxh-mau
symbol: {unit: QLT}
date: 2022-10-03
subject: cập nhật số ĐDCN/CCCD của người tham gia
recipients:
  - {who: cac-cong-ty, as: Các đơn vị sử dụng lao động}
opening: Bảo hiểm xã hội huyện đề nghị các đơn vị thực hiện các nội dung sau
tasks:
  - id: doi-chieu
    lead: cac-cong-ty
    deadline: {before: 2022-10-31}
    text: Các đơn vị đối chiếu danh sách, lập Mẫu D02-LT kèm theo Mẫu TK1-TS, gửi trước ngày 31/10/2022.
    forms:
      - {form: mau-01, fill: issuer, send_to: cac-cong-ty}
      - {form: mau-02, fill: issuer, send_to: cac-cong-ty}
      - {form: d02-lt, fill: cac-cong-ty, send_to: issuer}
      - {form: tk1-ts, fill: {outside: người tham gia}, send_to: issuer, per: person}
closing: Đề nghị các đơn vị thực hiện
sign: {authority: GIÁM ĐỐC, name: Nguyễn Văn Mẫu}
file: [VT]
"""
HEADS = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Mã số BHXH",
    "Số CCCD",
    "Mã đơn vị",
    "Kết quả đối chiếu",
)
PEOPLE = (
    ("Nguyễn Thị Hoà", "01/02/1985", "Nữ", "0112345678", "031185000001", "TA0001A", "Khớp"),
    ("Trần Văn Bình", "15/07/1990", "Nam", "0112345679", "", "TA0001A", "Chưa có số CCCD"),
    ("Y Bhiông Niê", "20/12/1978", "Nam", "0112345680", "066078000003", "TA0002B", "Sai họ tên"),
    ("Lê Thị Thuý", "09/09/1995", "Nữ", "0112345681", "", "TA0002B", "Chưa có số CCCD"),
)
NEWCOMER = ("Phạm Văn Đức", "05/05/1992", "Nam", "0112345699", "", "TA0001A", "Chưa có số CCCD")
NUMBERS = {"Trần Văn Bình": "031090000002"}
"""What the units find out; the others stay without."""


@dataclass(frozen=True)
class PeopleOffice:
    """The office's specs, and a home to work in."""

    places: Places

    @classmethod
    def at(cls, folder: Path) -> PeopleOffice:
        """Its specs beside the product's own forms, codes, document types and templates."""
        specs = folder / "specs"
        for name in ("agencies", "directives"):
            (specs / name).mkdir(parents=True)
        (specs / "agencies" / "mau.yaml").write_text(AGENCIES, encoding="utf-8")
        (specs / "directives" / "mau.yaml").write_text(LETTER, encoding="utf-8")
        for name in ("doctypes", "forms", "codes"):
            (specs / name).symlink_to(shipped_specs() / name)
        (folder / "templates").symlink_to(shipped_specs().parent / "templates")
        return cls(Places(folder / "home", specs))

    def moved(self, home: Path) -> PeopleOffice:
        """The same office in another home."""
        return PeopleOffice(replace(self.places, home=home))

    @property
    def home(self) -> Path:
        return self.places.home

    @property
    def spec(self) -> Path:
        return self.places.specs / "directives" / "mau.yaml"

    def bench(self, countdown: Countdown | None = None) -> Workbench:
        """A workbench on the home; with a countdown every effect is counted, the making of the secret too."""
        store, home = open_store(self.places), self.home
        counted = countdown or Countdown()

        def secret() -> bytes:
            there = (home / "secret.key").exists()
            return home_secret(home) if there else counted.around(home_secret)(home)

        bench = Workbench(
            library(self.places.specs),
            store,
            open_channels(self.places, store),
            FixedClock.on(DAY),
            "thu-nghiem",
            home,
            self.places.templates,
            lambda: lists(self.places.specs),
            secret,
        )
        return deadly(bench, counted)

    def import_list(self, path: Path, countdown: Countdown | None = None) -> Imported:
        """`people import`."""
        bench = self.bench(countdown)
        units = addressed_units(bench.library, str(self.spec))[1]
        look = look_at_list(path, self._means(bench), units)
        bench.store.blobs.put(look.data)
        return import_people(bench, DIRECTIVE, look.reading, look.sorted)

    def issue(self, countdown: Countdown | None = None) -> None:
        """`issue --direct`."""
        runner = DirectRunner(lambda path, home, options: IssueRun(self.bench(countdown), path, options))
        runner.run(str(self.spec), str(self.home), {}, Silent())

    def collect(self, folder: Path, countdown: Countdown | None = None) -> tuple[Collected, ...]:
        """`collect`, answers written."""
        bench = self.bench(countdown)
        collected = collect(bench, [folder], self._means(bench), on=date(2022, 10, 20))
        with pytest.MonkeyPatch.context() as patch:
            if countdown is not None:
                patch.setattr(answers, "write_atomically", countdown.around(answers.write_atomically))
            answers.write_answers(collected, self.home / "tra-lai")
        return collected

    def round(self, countdown: Countdown | None = None) -> None:
        """`people round`."""
        bench = self.bench(countdown)
        next_round(bench, read_directive(bench.library, find_spec(bench.library, str(self.spec))).directive)

    def _means(self, bench: Workbench) -> Means:
        return Means(bench.library.forms, bench.lists(), DAY, bench.secret())


@cache
def library(specs: Path) -> Library:
    return open_library(Places(specs.parent, specs))


@cache
def lists(specs: Path) -> Lists:
    return open_lists(Places(specs.parent, specs))


def write_list(path: Path, people: tuple[tuple[str, ...], ...] = PEOPLE) -> Path:
    """The office's list."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADS)
    for number, person in enumerate(people, 1):
        sheet.append((number, *person))
    book.save(path)
    return path


def return_forms(out: Path, into: Path) -> Path:
    """What the units send back: each D02-LT with the numbers that were found, each declaration as it is."""
    into.mkdir(parents=True)
    for path in sorted(out.rglob("*.xlsx")):
        if path.name.startswith("d02-lt"):
            (into / f"{path.parent.name}-{path.name}").write_bytes(_with_numbers(path.read_bytes()))
    for path in sorted(out.rglob("tk1-ts*.docx")):
        (into / path.name).write_bytes(path.read_bytes())
    return into


def _with_numbers(data: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    for row in sheet.iter_rows():
        if row[1].value in NUMBERS:
            row[5].value = NUMBERS[row[1].value]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
