"""What a returned row decides: the situations of a campaign such as Kiến An's, each with its reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.errors import Problem, Severity, Where
from engine.messages import all_codes, describe, hint, is_code
from engine.model.campaign import Decided, Outcome, PersonState
from engine.model.person import Answer, Contact, Gender, Matching, Person
from engine.model.person_data import person_data, person_from_data
from engine.model.provenance import Told
from engine.people.deciding import explain, explanations, outcomes
from engine.people.matching import KnownPerson
from engine.people.returned import Returned
from engine.people.unread import unread

from .campaign import FORM, OTHER_UNIT, as_now, decided, known, link, person, row, unreadable

NAME, BIRTH, BOOK, NUMBER = "Trần Thị Hoà", "1985-03-05", "3120000001", "031185000001"
ACCEPTED, WARNED, REFUSED = Outcome.ACCEPTED, Outcome.ACCEPTED_WITH_WARNING, Outcome.REFUSED


def hoa(reasons: str = "", state: PersonState = PersonState.OPEN, **more: str) -> KnownPerson:
    """Trần Thị Hoà as the list has her, complained about for the reasons."""
    values = {"social": BOOK} | more
    return known("p1", person(NAME, BIRTH, Gender.FEMALE, reasons=reasons, **values), state=state)  # type: ignore[arg-type]


def printed(**more: str) -> Person:
    """What Mẫu 02 prints of her, as it comes back."""
    return person(NAME, BIRTH, Gender.FEMALE, **({"social": BOOK} | more))  # type: ignore[arg-type]


def one(returned: Returned, among: KnownPerson, *others: KnownPerson, **more: str) -> Decided:
    """The decision on the row; a TK1-TS came along unless told otherwise."""
    return decided(returned, among=[among, *others], **({"declared": "p1"} | more))[0]  # type: ignore[arg-type]


NEW_NUMBER = person(citizen=NUMBER)
CASES = [
    # no number: it is added, an old card is not enough, nothing is nothing
    ("NO_ID", {}, NEW_NUMBER, "", ACCEPTED, ()),
    ("NO_ID", {}, Person(), "", REFUSED, ("DECIDE-NUMBER-MISSING",)),
    ("NO_ID", {}, person(card="031234567"), "", REFUSED, ("DECIDE-NUMBER-NINE",)),
    ("ID_9", {"card": "031234567"}, NEW_NUMBER, "", ACCEPTED, ()),
    ("ID_9", {"card": "031234567"}, Person(), "", REFUSED, ("DECIDE-NUMBER-NINE",)),
    # a number that was not found: another one, not the same
    ("NOT_FOUND", {"citizen": "031185000009"}, NEW_NUMBER, "", ACCEPTED, ()),
    ("NOT_FOUND", {"citizen": NUMBER}, Person(), "", REFUSED, ("DECIDE-NUMBER-UNCHANGED",)),
    ("NOT_FOUND", {"citizen": NUMBER}, NEW_NUMBER, "Đúng theo CCCD", REFUSED, ("DECIDE-NUMBER-UNCHANGED",)),
    ("ID_FORMAT", {}, NEW_NUMBER, "", ACCEPTED, ()),
    ("ID_FORMAT", {}, person(citizen="03118500000"), "", REFUSED, ("DECIDE-NUMBER-FORM",)),
    # the number says another year or gender
    ("NO_ID", {}, person(citizen="031186000001"), "", REFUSED, ("DECIDE-NUMBER-YEAR",)),
    ("NO_ID", {}, person(citizen="031085000001"), "", REFUSED, ("DECIDE-NUMBER-GENDER",)),
    ("NO_ID", {}, person(citizen="031385000001"), "", REFUSED, ("DECIDE-NUMBER-YEAR",)),
    ("NO_ID", {}, person(birth="1986-03-05", citizen="031186000001"), "", WARNED, ("DECIDE-DIFFERS-BIRTH",)),
    ("NO_ID", {}, person(citizen="999185000001"), "", WARNED, ("DECIDE-NUMBER-PROVINCE",)),
    # name, birth or gender differ: corrected, confirmed, or not answered
    ("NAME", {"citizen": NUMBER}, person("Trần Thị Hoa Mai"), "", ACCEPTED, ()),
    ("NAME", {"citizen": NUMBER}, person("Trần Thị Hòa"), "", WARNED, ("DECIDE-NAME-NEARLY-SAME",)),
    ("NAME", {"citizen": NUMBER}, person("TRẦN THỊ HOÀ"), "", REFUSED, ("DECIDE-NAME-UNANSWERED",)),
    ("NAME", {"citizen": NUMBER}, Person(), "Đã đúng theo CCCD", WARNED, ("DECIDE-CONFIRMED",)),
    ("NAME", {"citizen": NUMBER}, Person(), "thông tin không đúng", REFUSED, ("DECIDE-NAME-UNANSWERED",)),
    ("NAME", {"citizen": NUMBER}, person(citizen="031185000002"), "", WARNED,
     ("DECIDE-ANSWERED-BY-NUMBER", "DECIDE-DIFFERS-NUMBER")),
    ("DOB", {"citizen": NUMBER}, person(birth="1985-05-03"), "", ACCEPTED, ()),
    ("DOB", {"citizen": NUMBER}, Person(), "", REFUSED, ("DECIDE-BIRTH-UNANSWERED",)),
    ("DOB", {"citizen": NUMBER}, person(birth="1986-03-05"), "", REFUSED, ("DECIDE-NUMBER-YEAR",)),
    ("GENDER", {"citizen": "031085000001"}, person(gender=Gender.MALE), "", ACCEPTED, ()),
    ("GENDER", {"citizen": NUMBER}, Person(), "", REFUSED, ("DECIDE-GENDER-UNANSWERED",)),
    # several reasons need several answers
    ("NO_ID NAME", {}, NEW_NUMBER, "", REFUSED, ("DECIDE-NAME-UNANSWERED",)),
    ("NO_ID NAME", {}, person("Trần Thị Hoa Mai", citizen=NUMBER), "", ACCEPTED, ()),
    ("NO_ID DOB", {}, Person(), "", REFUSED, ("DECIDE-NUMBER-MISSING", "DECIDE-BIRTH-UNANSWERED")),
    # doubles, the dead, and the rest
    ("DUP_ID", {"citizen": "031185000009"}, NEW_NUMBER, "", ACCEPTED, ()),
    ("DUP_ID", {"citizen": NUMBER}, Person(), "", REFUSED, ("DECIDE-DOUBLE-UNANSWERED",)),
    ("DUP_BHXH", {"citizen": NUMBER}, Person(), "", REFUSED, ("DECIDE-BOOKS-UNANSWERED",)),
    ("DUP_BHXH", {"citizen": NUMBER}, Person(), "Đề nghị gộp sổ", WARNED, ("DECIDE-PERSON-TWICE",)),
    ("DECEASED", {"citizen": NUMBER}, Person(), "", REFUSED, ("DECIDE-DECEASED-UNANSWERED",)),
    ("DECEASED", {"citizen": NUMBER}, Person(), "vẫn làm việc", WARNED, ("DECIDE-CONFIRMED",)),
    ("DECEASED", {"citizen": NUMBER}, Person(), "Đã chết", Outcome.LEFT_UNIT, ("DECIDE-LEFT-UNIT",)),
    ("OTHER", {"citizen": NUMBER}, Person(), "", REFUSED, ("DECIDE-OTHER-UNANSWERED",)),
    ("OTHER", {"citizen": NUMBER}, Person(), "thông tin đúng", WARNED, ("DECIDE-CONFIRMED",)),
    # what the unit notes
    ("NO_ID", {}, Person(), "chờ cấp CCCD", Outcome.AT_POLICE, ("DECIDE-AT-POLICE",)),
    ("NOT_FOUND", {"citizen": NUMBER}, Person(), "đang làm lại CCCD", Outcome.AT_POLICE, ("DECIDE-AT-POLICE",)),
    ("DUP_ID", {"citizen": "031090000004"}, Person(), "chờ công an", Outcome.AT_POLICE, ("DECIDE-AT-POLICE",)),
    ("NO_ID", {}, NEW_NUMBER, "đã làm CCCD ở công an phường", ACCEPTED, ()),
    ("NO_ID", {}, person(citizen="031186000001"), "chờ cấp CCCD", REFUSED, ("DECIDE-NUMBER-YEAR",)),
    ("NO_ID", {}, Person(), "Đã nghỉ việc", Outcome.LEFT_UNIT, ("DECIDE-LEFT-UNIT",)),
    ("NO_ID", {}, NEW_NUMBER, "chuyển công tác", WARNED, ("DECIDE-LEFT-BUT-DATA",)),
    ("NO_ID", {}, person(citizen="031186000001"), "Đã nghỉ việc", Outcome.LEFT_UNIT, ("DECIDE-LEFT-UNIT",)),
    ("NO_ID", {}, NEW_NUMBER, "chồng đã chết", WARNED, ("DECIDE-NOTE-DOUBTFUL",)),
    ("NO_ID", {}, Person(), "chồng đã chết", REFUSED, ("DECIDE-NUMBER-MISSING", "DECIDE-NOTE-DOUBTFUL")),
    ("NO_ID", {}, Person(), "vợ chờ cấp CCCD", REFUSED, ("DECIDE-NUMBER-MISSING", "DECIDE-NOTE-DOUBTFUL")),
    ("NO_ID", {}, Person(), "chưa nghỉ việc", REFUSED, ("DECIDE-NUMBER-MISSING",)),
]  # fmt: skip


@pytest.mark.parametrize(("reasons", "known_as", "changes", "note", "outcome", "codes"), CASES)
def test_a_returned_mau_02_is_decided(
    reasons: str,
    known_as: dict[str, str],
    changes: Person,
    note: str,
    outcome: Outcome,
    codes: tuple[str, ...],
) -> None:
    found = one(row(printed(**known_as), changes, note=note), hoa(reasons, **known_as))
    assert (found.person, found.outcome, found.reasons) == ("p1", outcome, codes)
    assert (found.record is not None) == (outcome in (ACCEPTED, WARNED))
    assert all(is_code(code) for code in found.reasons)


def test_a_person_without_a_number_needs_no_printed_reason() -> None:
    nobody = known("p1", person(NAME, BIRTH, social=BOOK, matching=Matching.NO_NUMBER))
    assert one(row(printed()), nobody).reasons == ("DECIDE-NUMBER-MISSING",)
    assert one(row(printed(), NEW_NUMBER), nobody).outcome is ACCEPTED


def test_the_record_takes_the_new_values_with_their_source_and_keeps_the_old_card() -> None:
    before = hoa("ID_9 NAME", card="031234567")
    changes = person("Trần Thị Hoa Mai", citizen=NUMBER, source=FORM)
    found = one(row(printed(card="031234567"), changes), before)
    assert found.record is not None
    record = person_from_data(found.record)
    assert record.name == Told("Trần Thị Hoa Mai", FORM)
    assert record.identifiers.citizen_id == Told(NUMBER, FORM)
    assert record.identifiers.old_card == before.person.identifiers.old_card
    assert record.identifiers.social_number == before.person.identifiers.social_number
    assert record.standing == before.person.standing
    assert record.birth == before.person.birth


def test_a_card_of_nine_digits_in_the_numbers_place_becomes_the_old_card() -> None:
    before = hoa("ID_9", citizen="031234567")
    found = one(row(printed(), NEW_NUMBER), before)
    record = person_from_data(found.record or {})
    assert record.identifiers.old_card == Told("031234567")
    assert record.identifiers.citizen_id == Told(NUMBER)


def test_a_name_typed_without_accents_is_no_correction() -> None:
    found = one(row(person("Tran Thi Hoa", BIRTH, social=BOOK), NEW_NUMBER), hoa("NO_ID"))
    assert (found.outcome, found.reasons) == (WARNED, ("DECIDE-NAME-NEARLY-SAME",))
    assert person_from_data(found.record or {}).name == Told(NAME)


def test_a_tone_set_elsewhere_is_taken_only_when_it_is_meant() -> None:
    asked = one(row(printed(), person("Trần Thị Hòa")), hoa("NAME", citizen=NUMBER))
    declared = one(row(printed(), person("Trần Thị Hòa", citizen=NUMBER)), hoa("NO_ID"))
    retyped = one(row(person("Trần Thị Hòa", BIRTH, social=BOOK), NEW_NUMBER), hoa("NO_ID"))
    for found, name in ((asked, "Trần Thị Hòa"), (declared, "Trần Thị Hòa"), (retyped, NAME)):
        assert person_from_data(found.record or {}).name == Told(name)
        assert found.reasons == ("DECIDE-NAME-NEARLY-SAME",)


def test_a_name_declared_in_capitals_is_recorded_as_names_are_written() -> None:
    found = one(row(printed(), person("TRẦN THỊ HẠNH", citizen=NUMBER)), hoa("NAME"))
    assert found.record is not None
    name = person_from_data(found.record).name
    assert name is not None
    assert name.value == "Trần Thị Hạnh"
    assert [(one.kind, one.before) for one in name.repairs] == [("capitals", "TRẦN THỊ HẠNH")]


def test_a_name_that_was_kept_without_accents_gets_them() -> None:
    plain = known("p1", person("Tran Thi Hoa", BIRTH, Gender.FEMALE, social=BOOK, reasons="NO_ID"))
    found = one(row(printed(citizen=NUMBER)), plain)
    assert person_from_data(found.record or {}).name == Told(NAME)
    assert found.outcome is WARNED


def test_a_year_does_not_replace_a_day_and_a_day_replaces_a_year() -> None:
    full = one(row(person(NAME, "1985", social=BOOK), NEW_NUMBER), hoa("NO_ID"))
    assert str(person_from_data(full.record or {}).birth.value) == BIRTH  # type: ignore[union-attr]
    assert full.outcome is ACCEPTED
    year = known("p1", person(NAME, "1985", Gender.FEMALE, social=BOOK, citizen=NUMBER, reasons="DOB"))
    assert one(row(person(NAME, "1985", social=BOOK)), year).reasons[0] == "DECIDE-BIRTH-UNANSWERED"
    answered = one(row(person(NAME, "1985", social=BOOK), person(birth=BIRTH)), year)
    assert answered.outcome is ACCEPTED
    assert str(person_from_data(answered.record or {}).birth.value) == BIRTH  # type: ignore[union-attr]


def test_a_birth_known_to_the_year_alone_is_told() -> None:
    year = known("p1", person(NAME, "1985", Gender.FEMALE, social=BOOK, reasons="NO_ID"))
    assert one(row(person(NAME, "1985", social=BOOK), NEW_NUMBER), year).reasons == (
        "DECIDE-BIRTH-YEAR-ONLY",
    )


@pytest.mark.parametrize(
    ("code", "key", "reason"),
    [
        ("PEOPLE-CITIZEN-ID-FORM", "new.citizen_id", "DECIDE-NUMBER-UNREAD"),
        ("PEOPLE-DIGITS-LOST", "new.citizen_id", "DECIDE-NUMBER-UNREAD"),
        ("PEOPLE-ZEROS-NO-FACTS", "", "DECIDE-NUMBER-UNREAD"),
        ("PEOPLE-IDENTITY-LETTERS", "", "DECIDE-NUMBER-UNREAD"),
        ("PEOPLE-ID-NINE", "", "DECIDE-NUMBER-NINE"),
        ("PEOPLE-BIRTH-TURNED", "new.birth_date", "DECIDE-BIRTH-UNREAD"),
        ("PEOPLE-NAME-DIGITS", "new.name", "DECIDE-NAME-UNREAD"),
        ("PEOPLE-GENDER-UNKNOWN", "new.gender", "DECIDE-GENDER-UNREAD"),
    ],
)
def test_a_cell_that_cannot_be_believed_is_sent_back(code: str, key: str, reason: str) -> None:
    changes = Person() if "NUMBER" in reason else NEW_NUMBER
    found = one(row(printed(), changes, problems=(unreadable(code, key),)), hoa("NO_ID"))
    assert found.outcome is REFUSED
    assert found.reasons == (reason,)


def test_an_old_value_that_cannot_be_read_does_no_harm_beside_the_new_one() -> None:
    damaged = unreadable("PEOPLE-CITIZEN-ID-FORM", "person.citizen_id")
    assert one(row(printed(), NEW_NUMBER, problems=(damaged,)), hoa("ID_FORMAT")).outcome is ACCEPTED
    assert one(row(printed(), problems=(damaged,)), hoa("ID_FORMAT")).outcome is REFUSED


@pytest.mark.parametrize(
    ("code", "key", "reason"),
    [
        ("PEOPLE-PHONE-FORM", "new.phone", "DECIDE-CONTACT-UNREAD"),
        ("PEOPLE-EMAIL-FORM", "", "DECIDE-CONTACT-UNREAD"),
        ("PEOPLE-SOCIAL-NUMBER-FORM", "person.social_number", "DECIDE-SOCIAL-NUMBER-PASSED"),
    ],
)
def test_a_cell_that_decides_nothing_is_only_told(code: str, key: str, reason: str) -> None:
    found = one(row(person(NAME, BIRTH), NEW_NUMBER, problems=(unreadable(code, key),)), hoa("NO_ID"))
    assert (found.outcome, found.reasons) == (WARNED, (reason,))


def test_a_number_of_another_person_is_refused_and_whose_it_is_is_not_told() -> None:
    minh = known("p2", person("Lê Thị Minh", "1985-07-20", Gender.FEMALE, citizen=NUMBER), OTHER_UNIT)
    found = one(row(printed(), NEW_NUMBER), hoa("NO_ID"), minh)
    assert (found.outcome, found.reasons) == (REFUSED, ("DECIDE-NUMBER-OF-ANOTHER",))
    assert "Minh" not in describe(explain(found)) + hint(explain(found)) + found.says


def test_a_number_that_another_gave_up_is_free() -> None:
    minh = known(
        "p2",
        person("Lê Thị Minh", "1985-07-20", Gender.FEMALE, citizen="031185000077"),
        state=PersonState.ACCEPTED,
        sent=person("Lê Thị Minh", "1985-07-20", Gender.FEMALE, citizen=NUMBER, reasons="DUP_ID"),
    )
    assert one(row(printed(), NEW_NUMBER), hoa("NO_ID"), minh).outcome is ACCEPTED


def test_of_two_persons_with_one_number_the_one_who_is_sure_keeps_it_until_the_other_was_accepted() -> None:
    other = known("p2", person("Lê Thị Minh", "1985-07-20", Gender.FEMALE, citizen=NUMBER, reasons="DUP_ID"))
    sure = row(printed(citizen=NUMBER), note="Đúng theo CCCD")
    found = one(sure, hoa("DUP_ID", citizen=NUMBER), other)
    assert (found.outcome, found.reasons) == (WARNED, ("DECIDE-NUMBER-DOUBLE",))
    accepted = as_now(other, state=PersonState.ACCEPTED)
    assert one(sure, hoa("DUP_ID", citizen=NUMBER), accepted).reasons == ("DECIDE-NUMBER-OF-ANOTHER",)


def test_one_human_being_under_two_books_may_have_one_number() -> None:
    again = known(
        "p2", person(NAME, BIRTH, Gender.FEMALE, social="3120000099", citizen=NUMBER, reasons="DUP_BHXH")
    )
    found = one(row(printed(), NEW_NUMBER, note="gộp sổ"), hoa("NO_ID DUP_BHXH"), again)
    assert (found.outcome, found.reasons) == (WARNED, ("DECIDE-PERSON-TWICE",))


def test_a_number_given_to_two_persons_of_the_file_is_refused_to_both() -> None:
    minh = known(
        "p2", person("Lê Thị Minh", "1985-07-20", Gender.FEMALE, social="3120000002", reasons="NO_ID")
    )
    second = row(person("Lê Thị Minh", "1985-07-20", social="3120000002"), NEW_NUMBER, at=13)
    found = decided(row(printed(), NEW_NUMBER), second, among=[hoa("NO_ID"), minh], declared="p1 p2")
    assert [one.reasons for one in found] == [("DECIDE-NUMBER-TWICE",)] * 2
    stranger = row(person("Ngô Thị Xuân", "1985-09-09"), NEW_NUMBER, at=13)
    found = decided(row(printed(), NEW_NUMBER), stranger, among=[hoa("NO_ID"), minh], declared="p1 p2")
    assert found[0].reasons == ("DECIDE-NUMBER-TWICE",)


def test_a_number_given_to_two_persons_stays_with_the_one_whom_alone_it_fits() -> None:
    quy = known("p2", person("Đỗ Minh Quý", "1981-12-06", Gender.MALE, social="3120000002", reasons="NO_ID"))
    second = row(person("Đỗ Minh Quý", "1981-12-06", social="3120000002"), NEW_NUMBER, at=13)
    mine = row(printed(), NEW_NUMBER)
    for rows in ((mine, second), (second, mine)):
        found = {one.person: one for one in decided(*rows, among=[hoa("NO_ID"), quy], declared="p1 p2")}
        assert (found["p1"].outcome, found["p1"].reasons) == (WARNED, ("DECIDE-NUMBER-GIVEN-WRONGLY",))
        assert found["p2"].outcome is REFUSED
        assert "DECIDE-NUMBER-TWICE" in found["p2"].reasons


def test_identity_data_that_change_without_a_tk1_are_taken_and_told() -> None:
    for form in ("mau-02", "", "d02-lt"):
        found = one(row(printed(), NEW_NUMBER, form=form), hoa("NO_ID"), declared="")
        assert (found.outcome, found.reasons) == (WARNED, ("DECIDE-NO-DECLARATION",))
    assert one(row(printed(), NEW_NUMBER, form="tk1-ts"), hoa("NO_ID"), declared="").outcome is ACCEPTED


def test_who_had_left_and_comes_back_with_data_is_told() -> None:
    found = one(row(printed(), NEW_NUMBER, form="tk1-ts"), hoa("NO_ID", state=PersonState.LEFT))
    assert (found.outcome, found.reasons) == (WARNED, ("DECIDE-WAS-LEFT",))


def test_a_name_in_capitals_keeps_the_known_writing_and_a_new_one_is_written_as_names_are() -> None:
    same = one(row(person("TRẦN THỊ HOÀ", BIRTH, social=BOOK), NEW_NUMBER), hoa("NO_ID"))
    assert person_from_data(same.record or {}).name == Told(NAME)
    new = one(row(printed(), person("TRẦN THỊ HOA MAI", citizen=NUMBER)), hoa("NO_ID NAME"))
    told = person_from_data(new.record or {}).name
    assert told is not None
    assert told.value == "Trần Thị Hoa Mai"
    assert [repair.kind for repair in told.repairs] == ["capitals"]


def test_two_rows_of_one_person_are_judged_together() -> None:
    carrier = row(printed(), at=30, form="d02-lt")
    form = row(printed(), NEW_NUMBER)
    for rows in ((carrier, form), (form, carrier)):
        found = decided(*rows, among=[hoa("NO_ID")], declared="p1")
        assert [one.outcome for one in found] == [ACCEPTED, ACCEPTED]
        assert [one.reasons for one in found] == [(), ("DECIDE-ROW-REPEATED",)]
        assert found[0].record == found[1].record


def test_two_rows_that_tell_different_things_are_both_refused() -> None:
    first, second = row(printed(), NEW_NUMBER), row(printed(), person(citizen="031185000002"), at=13)
    found = decided(first, second, among=[hoa("NO_ID")])
    assert {one.outcome for one in found} == {REFUSED}
    assert all("DECIDE-ROWS-DISAGREE" in one.reasons for one in found)


def test_a_list_of_changes_needs_the_persons_tk1() -> None:
    carrier = row(printed(citizen=NUMBER), form="d02-lt")
    assert one(carrier, hoa("NO_ID"), declared="").reasons == ("DECIDE-NO-DECLARATION",)
    assert one(carrier, hoa("NO_ID"), declared="p1").reasons == ()
    confirming = row(printed(citizen=NUMBER), form="d03-ts", note="giữ nguyên")
    assert one(confirming, hoa("NAME", citizen=NUMBER)).reasons == ("DECIDE-CONFIRMED",)


@pytest.mark.parametrize("movement", ["GH", "GC", "GD", "GH-Giảm hẳn"])
def test_a_movement_that_ends_says_that_the_person_left(movement: str) -> None:
    found = one(row(printed(), movement=movement, form="d02-lt"), hoa("NO_ID"))
    assert found.outcome is Outcome.LEFT_UNIT


@pytest.mark.parametrize("movement", ["OF", "TS", "KL", "CD", "DC"])
def test_other_movements_leave_the_person_where_they_are(movement: str) -> None:
    assert one(row(printed(), movement=movement, form="d02-lt"), hoa("NO_ID")).outcome is REFUSED


def test_a_person_of_another_unit_is_told_to_be_so_and_no_more() -> None:
    found = one(row(printed(), NEW_NUMBER), as_now(hoa("NO_ID"), unit=OTHER_UNIT))
    assert (found.outcome, found.person, found.record) == (Outcome.NOT_IN_UNIT, "p1", None)
    assert found.reasons == ("DECIDE-NOT-IN-UNIT",)


def test_without_a_known_unit_nobody_is_in_the_wrong_one() -> None:
    assert one(row(printed(), NEW_NUMBER), as_now(hoa("NO_ID"), unit=OTHER_UNIT), unit="").outcome is ACCEPTED


def test_a_stranger_is_unknown_and_a_newcomer_another_affair() -> None:
    stranger = person("Ngô Thị Xuân", "1999-09-09", citizen="031199000001")
    found = one(row(stranger), hoa("NO_ID"))
    assert (found.outcome, found.person, found.says) == (Outcome.UNKNOWN_PERSON, "", "Ngô Thị Xuân")
    assert found.reasons == ("DECIDE-UNKNOWN-PERSON",)
    assert one(row(stranger, movement="TM", form="d02-lt"), hoa("NO_ID")).reasons == ("DECIDE-NEW-PERSON",)


def test_clues_that_disagree_are_refused_for_nobody() -> None:
    minh = known("p2", person("Lê Văn Minh", "1990-07-20", social="3120000002", reasons="NO_ID"))
    exchanged = row(person(NAME, BIRTH, social="3120000002"), NEW_NUMBER)
    found = one(exchanged, hoa("NO_ID"), minh)
    assert (found.outcome, found.person, found.reasons) == (REFUSED, "", ("DECIDE-CLUES-DISAGREE",))
    twin = as_now(hoa("NO_ID", social="3120000009"), id="p2")
    found = one(row(person(NAME, BIRTH), NEW_NUMBER), hoa("NO_ID"), twin)
    assert found.reasons == ("DECIDE-SEVERAL-PERSONS",)


def test_a_name_alone_is_enough_only_where_the_number_fits_the_person() -> None:
    fitting = one(row(person(NAME), NEW_NUMBER), hoa("NO_ID"))
    assert (fitting.outcome, fitting.reasons) == (WARNED, ("DECIDE-MATCHED-BY-NAME",))
    assert "DECIDE-WEAK-MATCH" in one(row(person(NAME)), hoa("NAME", citizen=NUMBER)).reasons


def test_a_social_number_typed_wrong_is_told_and_the_known_one_stays() -> None:
    found = one(row(person(NAME, BIRTH, social="3120000091"), NEW_NUMBER), hoa("NO_ID"))
    assert (found.outcome, found.reasons) == (WARNED, ("DECIDE-SOCIAL-NUMBER-DIFFERS",))
    assert person_from_data(found.record or {}).identifiers.social_number == Told(BOOK)


def test_links_that_were_not_followed_are_told() -> None:
    minh = known("p2", person("Lê Văn Minh", "1990-07-20", social="3120000002", reasons="NO_ID"))
    copied = row(printed(), NEW_NUMBER, link=link("p2"))
    assert one(copied, hoa("NO_ID"), minh).reasons == ("DECIDE-LINK-OTHER-PERSON",)
    foreign = row(printed(), NEW_NUMBER, link=link("p1", seal="foreign"))
    assert one(foreign, hoa("NO_ID")).reasons == ("DECIDE-LINK-FOREIGN",)


def test_who_had_matched_and_comes_back_unchanged_is_accepted_as_they_were() -> None:
    matched = hoa(citizen=NUMBER, state=PersonState.MATCHED)
    found = one(row(printed(citizen=NUMBER), form="mau-01"), matched)
    assert (found.outcome, found.reasons) == (ACCEPTED, ())
    assert found.record == person_data(matched.person)


def test_who_had_matched_and_comes_back_otherwise_is_told() -> None:
    matched = hoa(citizen=NUMBER, state=PersonState.MATCHED)
    found = one(row(printed(), person("Trần Thị Hoa Mai")), matched)
    assert found.outcome is WARNED
    assert "DECIDE-MATCHED-CHANGED" in found.reasons


def test_a_damaged_cell_does_not_undo_who_was_verified() -> None:
    for state in (PersonState.MATCHED, PersonState.ACCEPTED):
        verified = hoa(citizen=NUMBER, state=state)
        damaged = row(printed(), problems=(unreadable("PEOPLE-ZEROS-NO-FACTS", "person.citizen_id"),))
        found = one(damaged, verified)
        assert (found.outcome, found.reasons) == (WARNED, ("DECIDE-KEPT-UNREAD",))
        assert found.record == person_data(verified.person)


def test_what_was_accepted_before_and_comes_again_changes_nothing() -> None:
    first = one(row(printed(), person("Trần Thị Hoa Mai", citizen=NUMBER, source=FORM)), hoa("NO_ID NAME"))
    record = person_from_data(first.record or {})
    now = as_now(hoa("NO_ID NAME"), person=record, state=PersonState.ACCEPTED)
    again = one(row(person("TRẦN THỊ HOA MAI", BIRTH, citizen=NUMBER), form="d02-lt"), now)
    stale = one(row(printed(), form="d02-lt"), now)
    for found in (again, stale):
        assert (found.outcome, found.reasons, found.record) == (ACCEPTED, (), first.record)


def test_a_later_correction_is_judged_anew() -> None:
    now = as_now(hoa("NO_ID"), person=printed(citizen=NUMBER), state=PersonState.ACCEPTED)
    found = one(row(printed(), person(citizen="031185000002")), now)
    assert found.outcome is ACCEPTED
    assert person_from_data(found.record or {}).identifiers.citizen_id == Told("031185000002")
    assert one(row(printed(), person(citizen="031186000002")), now).outcome is REFUSED


def test_telephone_and_vssid_come_into_the_record() -> None:
    told = Person(contact=Contact(phone=Told("0912345678")), vssid=Answer.YES)
    found = one(row(printed(citizen=NUMBER), told), hoa(citizen=NUMBER, state=PersonState.MATCHED))
    record = person_from_data(found.record or {})
    assert (found.outcome, record.vssid, record.contact.phone) == (ACCEPTED, Answer.YES, Told("0912345678"))


def test_a_foreigner_answers_with_a_passport() -> None:
    smith = known(
        "p1", person("John Smith", "1980-01-01", social=BOOK, reasons="NO_ID", nationality=Told("US"))
    )
    passport = Person(identifiers=person(social=BOOK).identifiers, nationality=Told("US"))
    told = row(person("John Smith", "1980-01-01", social=BOOK), _passport(passport))
    found = one(told, smith)
    assert (found.outcome, found.reasons) == (WARNED, ("DECIDE-FOREIGNER",))


def _passport(one: Person) -> Person:
    return replace(one, identifiers=replace(one.identifiers, passport=Told("N1234567")))


def test_every_reason_is_explained_in_the_rows_cell_as_grave_as_its_outcome() -> None:
    wrong = row(printed(), person(citizen="031186000001"), form="d02-lt")
    refused = one(wrong, hoa("NO_ID NAME"), declared="")
    problems = explanations(refused, "tra-loi.xlsx")
    assert [p.severity for p in problems] == [Severity.ERROR, Severity.ERROR, Severity.WARNING]
    assert {(p.where.file, p.where.sheet, p.where.cell) for p in problems} == {
        ("tra-loi.xlsx", "Mẫu 02", "B12")
    }
    assert all(describe(p) and hint(p) and describe(p, "en") and hint(p, "en") for p in problems)
    accepted = one(row(printed(), NEW_NUMBER), hoa("NO_ID"))
    assert (explain(accepted).code, explain(accepted).severity) == ("DECIDE-ACCEPTED", Severity.INFO)
    waiting = one(row(printed(), note="chờ cấp CCCD"), hoa("NO_ID"))
    assert explain(waiting).severity is Severity.INFO


def test_outcomes_count_persons_not_rows() -> None:
    found = decided(
        row(printed(), NEW_NUMBER),
        row(printed(), at=13),
        row(person("Ngô Thị Xuân")),
        among=[hoa("NO_ID")],
        declared="p1",
    )
    assert outcomes(found) == {ACCEPTED: 1, Outcome.UNKNOWN_PERSON: 1}


@pytest.mark.parametrize(
    "code", sorted(code for code in all_codes() if code.startswith(("PEOPLE-ZEROS-", "PEOPLE-DIGITS-")))
)
def test_every_doubt_about_a_number_is_of_some_value(code: str) -> None:
    told = Problem(code, Where("a.xlsx", sheet="1", cell="E8"))
    assert unread(Returned(record=Person(), where=told.where, problems=(told,)))


def test_a_name_alone_does_not_say_who_left() -> None:
    only_name = row(Person(name=Told(NAME)), note="đã nghỉ việc")
    assert one(only_name, hoa("NO_ID")).outcome is Outcome.REFUSED
    named = row(person(NAME, BIRTH), note="đã nghỉ việc")
    assert one(named, hoa("NO_ID")).outcome is Outcome.LEFT_UNIT
