"""The specs hold what the seeds hold: addressees, acts, tasks, deadlines, quantities, forms, endings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

import pytest

from engine.model.appendix import Step
from engine.model.deadline import Deadline
from engine.model.directive import Directive
from engine.model.target import Target
from engine.spec.library import Library
from tests.seeds.issued_letters import planned


@dataclass(frozen=True)
class Counts:
    """What is counted of one directive."""

    addressees: int = 0  # dòng Kính gửi
    acts: int = 0  # văn bản viện dẫn có số, ký hiệu
    oral: int = 0  # chỉ đạo bằng lời
    top_tasks: int = 0  # nhiệm vụ cấp 1
    leaves: int = 0  # mục được theo dõi (không có mục con được theo dõi)
    notes: int = 0  # lưu ý, quy định, điều cấm có lời văn
    cases: int = 0  # nhiệm vụ, lưu ý theo trường hợp
    dated: int = 0  # thời hạn có ngày
    open: int = 0  # thường xuyên, định kỳ, ngay
    targets: int = 0  # chỉ tiêu
    figures: int = 0  # số liệu thực trạng, mốc so sánh
    forms: int = 0  # loại biểu mẫu
    appendices: int = 0
    copies: int = 0  # dòng Nơi nhận, kể cả “Như trên” và “Lưu”
    signature: int = 0  # dòng của phần ký, kể cả họ tên
    links: int = 0  # quan hệ với chỉ đạo khác trong hệ thống


EXPECTED = {
    # Mẫu 02 stands for the lists of the insurance office, which the letter does not call so.
    "cam-giang-2023-dinh-danh": Counts(
        addressees=7, acts=2, top_tasks=7, leaves=7, dated=2, targets=3, figures=1, forms=1, copies=3, signature=3,
    ),
    "kien-an-2022-dinh-danh": Counts(
        addressees=1, acts=2, top_tasks=3, leaves=5, notes=4, cases=7, dated=1, forms=5, appendices=2,
        copies=3, signature=2,
    ),
    "bhxh-vn-2022-ke-hoach-vssid": Counts(acts=1, top_tasks=2, leaves=2, notes=1, dated=2, targets=3),
    "an-lao-1186-vssid-hoc-sinh": Counts(
        addressees=3, top_tasks=3, leaves=4, cases=2, dated=1, targets=1, appendices=1,
        copies=5, signature=4, links=1,
    ),
    "an-lao-255-vssid": Counts(
        addressees=1, acts=2, top_tasks=1, leaves=1, figures=1, copies=3, signature=1, links=2,
    ),
    "hai-phong-4218-vssid": Counts(
        addressees=3, acts=1, top_tasks=2, leaves=2, copies=8, signature=3, links=3,
    ),
    "bhxh-hai-phong-2559-vssid": Counts(
        addressees=1, oral=1, top_tasks=1, leaves=1, copies=3, signature=3,
    ),
    "hai-phong-3569-the-bhyt": Counts(
        addressees=3, oral=1, top_tasks=3, leaves=9, dated=1, open=1, copies=6, signature=4, links=1,
    ),
    "bhxh-vn-2020-vssid": Counts(
        addressees=2, acts=1, top_tasks=5, leaves=11, notes=1, dated=1, open=3, targets=1, appendices=1,
        copies=12, signature=2,
    ),
}  # fmt: skip


def counted(directive: Directive) -> Counts:
    placed = list(directive.placed_tasks())
    deadlines = list(_deadlines(directive))
    targets = list(directive.all_targets())
    uses = [*directive.forms, *(f for p in placed for f in p.task.forms)]
    return Counts(
        addressees=len(directive.recipients),
        acts=sum(act.act is not None for act in directive.bases),
        oral=sum(act.oral is not None for act in directive.bases),
        top_tasks=sum(task.kind == "task" for task in directive.tasks),
        leaves=sum(p.is_tracked for p in placed),
        notes=sum(p.task.kind != "task" and p.task.text is not None for p in placed),
        cases=sum(p.task.case is not None for p in placed),
        dated=sum(not _is_open(d) for d in deadlines),
        open=sum(_is_open(d) for d in deadlines),
        targets=len(targets),
        figures=len(directive.figures) + sum(t.baseline is not None for t in targets),
        forms=len({use.form for use in uses}),
        appendices=len(directive.appendices),
        copies=_copy_lines(directive),
        signature=sum(len(s.authority) + (s.name is not None) for s in directive.sign),
        links=len(directive.links) + sum(act.directive is not None for act in directive.bases),
    )  # fmt: skip


def _deadlines(directive: Directive) -> Iterator[Deadline]:
    """Those of the letter, of its tasks and of its reports; targets repeat them and are not counted."""
    yield from directive.deadline
    yield from directive.report.deadline if directive.report is not None else ()
    for placed in directive.placed_tasks():
        yield from placed.task.deadline
        yield from placed.task.report.deadline if placed.task.report is not None else ()


def _copy_lines(directive: Directive) -> int:
    """The lines of Nơi nhận with “Như trên” and “Lưu”, which a letter that is filed prints by itself."""
    if directive.file is None:
        return len(directive.copies)
    return len(directive.copies) + 1 + bool(directive.recipients)


def _is_open(deadline: Deadline) -> bool:
    return deadline.open is not None


@pytest.mark.parametrize("directive_id", EXPECTED)
def test_a_spec_holds_what_its_seed_holds(directive_id: str, directives: dict[str, Directive]) -> None:
    assert asdict(counted(directives[directive_id])) == asdict(EXPECTED[directive_id])


@pytest.mark.parametrize("directive_id", EXPECTED)
def test_a_plan_shows_the_counts_of_its_seed(
    directive_id: str, directives: dict[str, Directive], library: Library
) -> None:
    expected, shown = EXPECTED[directive_id], planned(directives[directive_id], library).counts
    assert shown["recipients_lines"] == expected.addressees
    assert (shown["tasks_top"], shown["tasks_leaves"]) == (expected.top_tasks, expected.leaves)
    assert shown["bases"] == expected.acts + expected.oral
    assert (shown["forms"], shown["appendices"]) == (expected.forms, expected.appendices)
    assert shown["targets"] == expected.targets


def test_cam_giang_sets_two_deadlines_by_population(directives: dict[str, Directive]) -> None:
    everybody, poor = directives["cam-giang-2023-dinh-danh"].deadline
    assert (str(everybody.by), everybody.population) == ("2023-12-31", None)
    assert (str(poor.before), poor.population) == ("2023-06-30", "doi-tuong-rieng")


def test_cam_giang_counts_from_more_than_6000_people(directives: dict[str, Directive]) -> None:
    verified = _target(directives["cam-giang-2023-dinh-danh"], "xac-thuc")
    assert verified.baseline is not None
    baseline = verified.baseline
    assert (str(verified.value), str(baseline.value), str(baseline.at)) == ("100%", "> 6000", "2023-03-31")


def test_kien_an_writes_to_each_employer_and_dates_only_the_second_task(
    directives: dict[str, Directive],
) -> None:
    letter = directives["kien-an-2022-dinh-danh"]
    assert letter.per == "recipient"
    dated = {task.id: str(task.deadline[0].before) for task in letter.tasks if task.deadline}
    assert dated == {"du-lieu-chua-khop": "2022-10-31"}
    assert {f.form for f in letter.tasks[1].forms} == {"mau-02", "d02-lt", "d03-ts", "tk1-ts"}


def test_an_lao_reports_through_the_insurance_office_before_a_bold_day(
    directives: dict[str, Directive],
) -> None:
    task = directives["an-lao-1186-vssid-hoc-sinh"].tasks[1]
    assert task.report is not None
    assert task.report.through is not None
    assert (task.report.to.who, task.report.through.who) == ("ubnd-huyen-an-lao", "bhxh-huyen-an-lao")
    assert (str(task.deadline[0].before), task.deadline[0].bold) == ("2021-08-15", True)


def test_the_guidance_keeps_its_steps_lost_pictures_and_private_contacts(
    directives: dict[str, Directive],
) -> None:
    (guidance,) = directives["an-lao-1186-vssid-hoc-sinh"].appendices
    steps: list[Step] = [step for block in guidance.body for step in block.steps]
    contacts = [contact for block in guidance.body for contact in block.contacts]
    assert (guidance.label, guidance.kind) == ("none", "HƯỚNG DẪN")
    assert [step.label for step in steps] == [None] * 4 + ["Bước 3", "Bước 4", "Bước 5"]
    assert sum(step.lost_image for step in steps) == 6
    assert [(c.phone, c.private) for c in contacts] == [
        ("0979.410.936", True), ("0932.527.586", True), ("0972.888.320", True),
    ]  # fmt: skip


def test_hai_phong_begins_on_1_june_2021_with_three_levels_of_tasks(directives: dict[str, Directive]) -> None:
    letter = directives["hai-phong-3569-the-bhyt"]
    deadlines = [deadline for placed in letter.placed_tasks() for deadline in placed.task.deadline]
    begins = [str(deadline.from_) for deadline in deadlines if deadline.from_ is not None]
    assert begins == ["2021-06-01"]
    assert max(len(p.path) for p in letter.placed_tasks()) == 3


def test_the_insurance_of_vietnam_reports_periodically_without_a_day(
    directives: dict[str, Directive],
) -> None:
    standing = next(p.task for p in directives["bhxh-vn-2020-vssid"].placed_tasks() if p.task.standing)
    assert standing.standing[0].who == "tt-cntt-bhxh-vn"
    assert standing.report is not None
    assert standing.report.deadline[0].open == "unscheduled"


def test_the_petition_states_a_figure_and_lacks_its_signers_post(directives: dict[str, Directive]) -> None:
    petition = directives["an-lao-255-vssid"]
    assert [(str(f.value), str(f.at)) for f in petition.figures] == [("14530", "2021-07-12")]
    assert (petition.sign[0].missing, petition.sign[0].authority) == (True, ())
    assert any("Chức vụ" in lost for lost in petition.source.lost)


def test_an_office_conveys_a_leaders_opinion_with_the_letter_it_answers(
    directives: dict[str, Directive],
) -> None:
    relay = directives["hai-phong-4218-vssid"]
    assert relay.conveys is not None
    assert relay.conveys.leader.endswith("Lê Khắc Nam")
    assert {link.kind for link in relay.links} == {"kem-theo", "tra-loi"}


def _target(directive: Directive, target_id: str) -> Target:
    return next(target for target in directive.all_targets() if target.id == target_id)
