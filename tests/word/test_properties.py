"""The properties that a person gave a file are read; nothing in them is trusted."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from engine.errors import InputError
from engine.word.properties import custom_properties

HEAD = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
)
RELATION = (
    '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"'
    ' Target="docProps/custom.xml"/></Relationships>'
)


def with_properties(content: str) -> bytes:
    """A plain file with docProps/custom.xml."""
    plain = io.BytesIO()
    docx.Document().save(plain)
    target = io.BytesIO()
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "_rels/.rels":
                data = data.replace(b"</Relationships>", RELATION.encode())
            after.writestr(name, data)
        after.writestr("docProps/custom.xml", content)
    return target.getvalue()


def _property(name: str, text: str) -> str:
    return (
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}">{text}</property>'
    )


def test_texts_and_numbers_are_read_by_their_names() -> None:
    both = _property("congvan", "<vt:lpwstr> a:b </vt:lpwstr>") + _property("n", "<vt:i4>7</vt:i4>")
    content = f"{HEAD}{both}</Properties>"
    assert custom_properties(with_properties(content), "x.docx") == {"congvan": "a:b", "n": "7"}


def test_a_file_without_properties_has_none() -> None:
    plain = io.BytesIO()
    docx.Document().save(plain)
    assert custom_properties(plain.getvalue(), "x.docx") == {}


def test_overlong_values_are_left_out() -> None:
    content = f"{HEAD}{_property('congvan', '<vt:lpwstr>' + 'a' * 5000 + '</vt:lpwstr>')}</Properties>"
    assert custom_properties(with_properties(content), "x.docx") == {}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('<!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e;</p>', "LINT-HARMFUL"),
        ("<Properties><property>", "LINT-DAMAGED"),
    ],
)
def test_what_could_do_harm_is_refused(content: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        custom_properties(with_properties(content), "x.docx")
    assert [problem.code for problem in caught.value.problems] == [code]
