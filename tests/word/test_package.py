"""Whatever is given as a Word file is opened safely or refused with words that say what it is."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from engine.errors import InputError
from engine.messages import all_codes, describe, hint
from engine.messages.lint import TEXTS
from engine.word.package import open_package
from tests.word.making import SPACES, body, changed, plain, saved, unzipped, zipped

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def _codes(data: bytes) -> set[str]:
    with pytest.raises(InputError) as caught:
        open_package(data, "thu.docx")
    for problem in caught.value.problems:
        assert problem.where.file == "thu.docx"
        for lang in ("vi", "en"):
            assert hint(problem, lang)
            assert "…" not in describe(problem, lang) + hint(problem, lang)
    return {problem.code for problem in caught.value.problems}


def _found(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        open_package(data, "thu.docx")
    (problem,) = caught.value.problems
    assert problem.code == "LINT-NOT-DOCX"
    return str(problem.params["found"])


def _linked(kind: str, target: str, mode: str = "External") -> bytes:
    link = f'<Relationship Id="x9" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    parts = unzipped(plain())
    rels = (
        parts["word/_rels/document.xml.rels"].decode().replace("</Relationships>", link + "</Relationships>")
    )
    return zipped(parts | {"word/_rels/document.xml.rels": rels.encode()})


def test_a_letter_is_opened_and_its_parts_are_parsed_once() -> None:
    package = open_package(plain(), "thu.docx")
    assert package.main == "word/document.xml"
    assert package.related("styles") == "word/styles.xml"
    assert package.related("theme") == "word/theme/theme1.xml"
    assert package.related("core-properties", "") == "docProps/core.xml"
    assert package.related("header") == ""


def test_every_text_of_a_refusal_is_in_the_catalogue() -> None:
    assert TEXTS.keys() <= all_codes()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html></html>", "HTML"),
        (b"<html><body>", "HTML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "MHTML"),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>', "Word XML (.xml)"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"Rar!\x1a\x07", "RAR"),
        (_OLE + "Workbook\0".encode("utf-16-le"), "Excel (.xls)"),
        (zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}), "Excel (.xlsx)"),
        (zipped({"ppt/presentation.xml": b"<p/>"}), "PowerPoint (.pptx)"),
        (zipped({"mimetype": b"application/vnd", "content.xml": b"<o/>"}), "OpenDocument (.odt)"),
        (zipped({"anh.png": b"x"}), "ZIP"),
    ],
)
def test_another_kind_of_file_is_named(data: bytes, kind: str) -> None:
    assert _found(data) == kind


@pytest.mark.parametrize("data", ["Kính gửi".encode(), _OLE + b"\0" * 600])
def test_a_file_of_a_kind_that_nobody_knows_is_told_without_a_name(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        open_package(data, "thu.docx")
    assert [p.code for p in caught.value.problems] == ["LINT-NOT-WORD"]


def test_a_workbook_by_its_own_relationship_is_named() -> None:
    rels = f'<Relationships xmlns="{_REL}"><Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="xl/w.xml"/>'
    parts = {"_rels/.rels": f"{rels}</Relationships>".encode(), "xl/w.xml": b"<workbook/>"}
    assert _found(zipped(parts)) == "Excel (.xlsx)"


@pytest.mark.parametrize("data", [b"", b"\0" * 4096, b"\r\n"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    assert _codes(data) == {"LINT-EMPTY"}


def test_old_and_encrypted_files_are_told_apart() -> None:
    assert _codes(_OLE + "WordDocument\0".encode("utf-16-le")) == {"LINT-LEGACY-DOC"}
    assert _codes(_OLE + "EncryptionInfo\0EncryptedPackage\0".encode("utf-16-le")) == {"LINT-ENCRYPTED"}


def test_a_zip_with_a_password_is_said_to_have_one() -> None:
    data = bytearray(plain())
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    assert _codes(bytes(data)) == {"LINT-ENCRYPTED"}


@pytest.mark.parametrize("cut", [10, 300, 5000])
def test_a_file_cut_short_is_said_to_be_damaged(cut: int) -> None:
    assert _codes(plain()[:-cut]) == {"LINT-DAMAGED"}


def test_a_zip_with_broken_bytes_inside_is_said_to_be_damaged() -> None:
    data = bytearray(plain())
    at = data.find(b"word/document.xml") + 40
    data[at : at + 30] = b"\xff" * 30
    assert _codes(bytes(data)) == {"LINT-DAMAGED"}


def test_broken_xml_is_told_with_its_part() -> None:
    with pytest.raises(InputError) as caught:
        open_package(changed({"word/styles.xml": b"<w:styles"}), "thu.docx")
    (problem,) = caught.value.problems
    assert (problem.code, problem.params["part"]) == ("LINT-DAMAGED", "word/styles.xml")


def test_xml_nested_too_deep_is_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 400 + "</w:sdtContent></w:sdt>" * 400
    assert _codes(changed({"word/document.xml": body(deep)})) == {"LINT-DAMAGED"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [<!ENTITY a "aaaa">]>' + body("&a;").decode()
    )
    assert _codes(changed({"word/document.xml": text.encode(encoding)})) == {"LINT-HARMFUL"}


def test_a_letter_in_utf_16_is_read() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?>' + body("<w:p/>").decode()
    package = open_package(changed({"word/document.xml": text.encode("utf-16")}), "thu.docx")
    assert len(package.roots[package.main]) == 1


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    assert _codes(changed({"word/media/a.bin": b"\0" * 50_000_000})) == {"LINT-TOO-LARGE"}
    assert _codes(changed({f"word/{n}.bin": b"" for n in range(3000)})) == {"LINT-TOO-LARGE"}


def test_a_part_larger_than_it_declares_is_refused() -> None:
    data = bytearray(changed({"word/zz.bin": b"a" * 5000}))
    size = (5000).to_bytes(4, "little")
    assert data.count(size) >= 2
    assert _codes(bytes(data.replace(size, (50).to_bytes(4, "little")))) <= {"LINT-TOO-LARGE", "LINT-DAMAGED"}


def test_a_zip_in_the_letter_is_never_opened() -> None:
    inner = changed({"word/media/a.bin": b"\0" * 50_000_000})
    open_package(changed({"word/media/inner.zip": inner}), "thu.docx")


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "http://e.vn/a.png"),
        ("image", "file:///C:/a.png"),
        ("image", "\\\\e\\a.png"),
        ("frame", "https://e.vn"),
        ("attachedTemplate", "https://e.vn/a.dotm"),
        ("attachedTemplate", "file://e.vn/a.dotm"),
        ("attachedTemplate", "\\\\e\\a.dotm"),
        ("attachedTemplate", "file:////e/a.dotm"),
        ("attachedTemplate", "file:///\\\\e\\a.dotm"),
        ("attachedTemplate", "file:///%5C%5Ce/a.dotm"),
        ("attachedTemplate", "//e/a.dotm"),
        ("mailMergeSource", "file:///C:/ds.xlsx"),
        ("oleObject", "http://e.vn/a.rtf"),
    ],
)
def test_content_loaded_from_outside_is_refused(kind: str, target: str) -> None:
    assert _codes(_linked(kind, target)) == {"LINT-EXTERNAL"}


def test_a_thousand_linked_pictures_are_one_fault() -> None:
    links = "".join(
        f'<Relationship Id="i{n}" Type="{_OFFICE}/image" Target="http://e.vn/{n}"/>' for n in range(1000)
    )
    parts = unzipped(plain())
    rels = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", f"{links}</Relationships>".encode()
    )
    with pytest.raises(InputError) as caught:
        open_package(zipped(parts | {"word/_rels/document.xml.rels": rels}), "thu.docx")
    assert len(caught.value.problems) == 1


def test_endless_relationships_are_refused_before_a_tree_is_built() -> None:
    links = b'<Relationship a="" b=""/>' * 300_000
    rels = b"<Relationships>" + links + b"</Relationships>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in (unzipped(plain()) | {"_rels/.rels": rels}).items():
            archive.writestr(name, content)
    assert _codes(target.getvalue()) == {"LINT-TOO-LONG"}


def test_an_address_is_outside_even_where_the_file_says_inside() -> None:
    assert _codes(_linked("image", "http://e.vn/a.png", "Internal")) == {"LINT-EXTERNAL"}


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "https://baohiemxahoi.gov.vn"),
        ("hyperlink", "mailto:vt@haiphong.gov.vn"),
        ("attachedTemplate", "file:///C:/Users/an/AppData/Roaming/Microsoft/Templates/Normal.dotm"),
        ("attachedTemplate", "file:///C:\\Users\\an\\Normal.dotm"),
        ("attachedTemplate", "C:\\Users\\an\\Normal.dotm"),
        ("attachedTemplate", "file:///Users/an/Library/Templates/Normal.dotm"),
        ("attachedTemplate", "/Users/an/Normal.dotm"),
        ("attachedTemplate", "Normal.dotm"),
    ],
)
def test_links_that_load_nothing_are_fine(kind: str, target: str) -> None:
    open_package(_linked(kind, target), "thu.docx")


@pytest.mark.parametrize("kind", ["aFChunk", "subDocument", "control", "oleObject", "package"])
def test_embedded_programs_are_refused(kind: str) -> None:
    assert _codes(_linked(kind, "embeddings/a.bin", "Internal")) == {"LINT-EMBEDDED"}


def test_the_workbook_behind_a_chart_is_no_program() -> None:
    rels = (
        f'<Relationships xmlns="{_REL}"><Relationship Id="a" Type="{_OFFICE}/package" Target="../e/a.xlsx"/>'
    )
    open_package(
        changed({"word/charts/_rels/chart1.xml.rels": f"{rels}</Relationships>".encode()}), "thu.docx"
    )


def test_macros_are_refused_by_part_or_by_declaration() -> None:
    assert _codes(_linked("vbaProject", "vbaProject.bin", "Internal")) == {"LINT-MACROS"}
    types = unzipped(plain())["[Content_Types].xml"]
    old = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    new = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    assert old in types
    assert _codes(changed({"[Content_Types].xml": types.replace(old, new)})) == {"LINT-MACROS"}


def test_a_template_without_macros_is_read_like_a_letter() -> None:
    types = unzipped(plain())["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    open_package(changed({"[Content_Types].xml": types}), "thu.dotx")


def test_an_old_drawing_that_loads_its_picture_is_refused() -> None:
    text = '<w:p><w:r><w:pict><v:shape><v:imagedata src="http://e.vn/a.png"/></v:shape></w:pict></w:r></w:p>'
    assert _codes(changed({"word/document.xml": body(text)})) == {"LINT-EXTERNAL"}


def _field(*pieces: str) -> bytes:
    inside = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return changed({"word/document.xml": body(f"<w:p>{begin}{inside}{end}</w:p>")})


def test_fields_that_run_or_fetch_are_refused_and_others_read() -> None:
    assert _codes(_field("DDE", "AUTO cmd /c calc")) == {"LINT-EMBEDDED"}
    assert _codes(_field('INCLUDEPICTURE "https://e.vn/a.png"')) == {"LINT-EXTERNAL"}
    for harmless in (
        "PAGE",
        "NUMPAGES",
        'HYPERLINK "https://e.vn"',
        "MACROBUTTON NoMacro Bấm",
        'DATE \\@ "dd"',
    ):
        open_package(_field(harmless), "thu.docx")


def test_the_text_is_found_wherever_the_package_keeps_it() -> None:
    parts = unzipped(plain())
    parts["word/van-ban.xml"] = parts.pop("word/document.xml")
    parts["word/_rels/van-ban.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"/word/van-ban.xml")
    package = open_package(zipped(parts), "thu.docx")
    assert package.main == "word/van-ban.xml"
    assert package.related("styles") == "word/styles.xml"


def test_names_may_differ_in_case_and_in_slashes() -> None:
    parts = unzipped(plain())
    parts["word\\Styles.XML"] = parts.pop("word/styles.xml")
    package = open_package(zipped(parts), "thu.docx")
    assert package.related("styles") == "word/Styles.XML"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "name", ["word/Document.xml", "../../a.xml", "word/../../a", "C:/a.xml", "//e/a.xml"]
)
def test_names_that_repeat_or_escape_are_refused(name: str) -> None:
    assert _codes(changed({name: b"<a/>"})) == {"LINT-PART-NAME"}


def test_a_package_without_its_text_is_refused() -> None:
    parts = unzipped(plain())
    del parts["word/document.xml"]
    assert _codes(zipped(parts)) == {"LINT-NO-TEXT"}
    parts = unzipped(plain())
    del parts["_rels/.rels"]
    assert _codes(zipped(parts)) == {"LINT-NO-TEXT"}


def test_strict_files_are_read_as_others() -> None:
    strict = {
        name: content.replace(b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/")
        .replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/")
        for name, content in unzipped(plain()).items()
    }  # fmt: skip
    assert strict["word/document.xml"] != unzipped(plain())["word/document.xml"]
    package = open_package(zipped(strict), "thu.docx")
    assert (
        package.roots[package.main].tag
        == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}document"
    )
    assert package.related("styles") == "word/styles.xml"


def test_comments_in_the_xml_are_no_content() -> None:
    text = f"<w:document {SPACES}><!-- a --><w:body><?x y?><w:p/></w:body></w:document>"
    package = open_package(changed({"word/document.xml": text.encode()}), "thu.docx")
    assert len(package.roots[package.main][0]) == 1


@pytest.mark.libreoffice
def test_files_saved_by_libreoffice_are_opened_and_its_doc_is_told(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    document = docx.Document()
    document.add_paragraph("Kính gửi")
    source.write_bytes(saved(document))
    for kind in ("docx", "doc", "odt", "rtf"):
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(tmp_path / "out"),
            str(source),
        ]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
    out = tmp_path / "out"
    assert open_package((out / "a.docx").read_bytes(), "a.docx").related("styles")
    assert _codes((out / "a.doc").read_bytes()) == {"LINT-LEGACY-DOC"}
    assert _found((out / "a.odt").read_bytes()) == "OpenDocument (.odt)"
    assert _found((out / "a.rtf").read_bytes()) == "RTF"
