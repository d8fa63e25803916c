"""Bytes to text: what is read, in which encoding, and what is said where it cannot be read."""

from __future__ import annotations

import codecs
import hashlib
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyparse.errors import ReadError
from policyparse.read import read

SIMPLIFIED = "临河县人民政府关于加快污水处理设施建设的通知\n各乡镇人民政府：到2027年，污水集中处理率达到92%以上。\n"
TRADITIONAL = "臨河縣人民政府關於加快污水處理設施建設的通知\n各鄉鎮人民政府：到2027年，污水集中處理率達到92%以上。\n"
SHORT = "临河县养老服务规划"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "utf-32"]
)
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, SHORT, "到2025年达到68%"])
def test_every_encoding_of_chinese_texts_is_found(encoding: str, text: str) -> None:
    source = read(text.encode(encoding))
    assert source.text.removeprefix("\ufeff") == text


@pytest.mark.parametrize("text", [TRADITIONAL, "臨河縣養老服務規劃", "香港中環啲嘢"])
def test_big5_is_found_with_the_characters_of_hong_kong(text: str) -> None:
    source = read(text.encode("big5hkscs"))
    assert (source.text, source.encoding) == (text, "big5hkscs")


def test_offsets_are_those_of_the_decoded_bytes_a_byte_order_mark_included() -> None:
    content = codecs.BOM_UTF8 + "甲\r\n乙\r丙\n".encode()
    source = read(content)
    assert source.text == content.decode("utf-8") == "\ufeff甲\r\n乙\r丙\n"
    assert source.encoding == "utf-8"
    assert source.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_nul_and_private_use_characters_are_text(encoding: str) -> None:
    text = SIMPLIFIED + "\x00\ue5e5\uf0b7" + SIMPLIFIED
    assert read(text.encode(encoding)).text == text


def test_a_text_cut_within_a_character_is_read_to_there() -> None:
    source = read(SIMPLIFIED.encode()[:-5])
    assert source.text[:-1] in SIMPLIFIED
    assert source.text[-1] == "\ufffd"


def test_a_few_damaged_bytes_are_marked_and_the_rest_is_read() -> None:
    content = (SIMPLIFIED * 10).encode("gb18030")
    damaged = content[:200] + b"\xff\xff" + content[200:]
    source = read(damaged)
    assert source.encoding == "gb18030"
    assert source.text.count("\ufffd") in (1, 2)
    assert source.text.replace("\ufffd", "") == SIMPLIFIED * 10


def test_an_empty_file_is_an_empty_text() -> None:
    assert read(b"").text == ""
    assert read(codecs.BOM_UTF8).text == "\ufeff"


def test_a_name_comes_from_the_path_the_open_file_or_the_caller(tmp_path: Path) -> None:
    path = tmp_path / "临河县 规划.txt"
    path.write_text(SIMPLIFIED, "utf-8")
    assert read(path).name == "临河县 规划.txt"
    assert read(str(path)).text == SIMPLIFIED
    with path.open("rb") as file:
        assert read(file).name == "临河县 规划.txt"
    assert read(BytesIO(SIMPLIFIED.encode()), name="标准输入").name == "标准输入"
    assert read(SIMPLIFIED.encode()).name is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x1f\x8b\x08\x00" + bytes(20), "gzip"),
        (b"\x7fELF\x02\x01\x01", "ELF"),
        (b"SQLite format 3\x00" + bytes(80), "SQLite"),
        (b"MZ\x90\x00" + bytes(60), "Windows"),
        (bytes(range(256)) * 20, "text"),
        (b"\x01\x02\x03" * 100, "text"),
    ],
)
def test_what_is_no_text_gives_one_clear_error(content: bytes, kind: str) -> None:
    with pytest.raises(ReadError, match=kind) as caught:
        read(content, name="附件.bin")
    error = caught.value
    assert error.code == "unreadable"
    assert error.text("zh").startswith("附件.bin: ")
    assert all(error.cure[language] for language in ("zh", "en"))
    assert "\n" not in error.text("zh") + error.text("en")


def test_words_that_begin_like_a_signature_are_text() -> None:
    assert read(b"BM and MZ are letters").text == "BM and MZ are letters"


@pytest.mark.parametrize("place", ["没有.txt", "甲\0乙.txt", "到2027年，达到35%以上。" * 60, "\ud800.txt"])
def test_a_path_that_leads_nowhere_says_so(place: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(str(tmp_path) + "/" + place)
    assert caught.value.cure["zh"]
    assert len(caught.value.text("zh")) < 400


def test_a_folder_and_a_forbidden_file_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReadError, match="folder"):
        read(tmp_path)

    def forbidden(path: Path) -> bytes:
        raise PermissionError(13, "denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    with pytest.raises(ReadError, match="permission"):
        read(tmp_path / "甲.txt")


def test_a_file_open_as_text_says_so() -> None:
    with pytest.raises(ReadError, match="rb"):
        read(StringIO(SIMPLIFIED))  # type: ignore[arg-type]


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_read_error(content: bytes) -> None:
    try:
        source = read(content, name="noise")
    except ReadError:
        return
    assert source.encoding is not None
    assert source.text == content.decode(source.encoding, "replace")


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=50))
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    source = read(text.encode())
    assert (source.text, source.encoding) == (text, "utf-8")
