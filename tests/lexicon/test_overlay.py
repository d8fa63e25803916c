"""An office's own words, and what it is told where a row is wrong."""

from pathlib import Path

import pytest

from policyparse.errors import LexiconError
from policyparse.lexicon import TABLES, Lexicon
from policyparse.lexicon.bodies import read_body
from policyparse.lexicon.overlay import key, row_check

HEADERS = {name: "\t".join(row_type._fields) for name, row_type in TABLES.items()}


def overlay(folder: Path, table: str, *rows: str) -> Path:
    (folder / f"{table}.tsv").write_text("\n".join([HEADERS[table], *rows]) + "\n", "utf-8")
    return folder


def test_an_office_adds_its_own_bodies(tmp_path: Path) -> None:
    folder = overlay(tmp_path, "departments", "双招办\t招商引资招才引智办公室\t投资促进\t\t县双招办")
    assert read_body("县双招办", Lexicon.load()).canonical == "县双招办"
    body = read_body("县双招办", Lexicon.load(overlay=folder))
    assert (body.canonical, body.office, body.level) == ("县招商引资招才引智办公室", "投资促进", "county")


def test_a_row_of_the_office_takes_the_place_of_ours(tmp_path: Path) -> None:
    folder = overlay(tmp_path, "departments", "住建局\t住房和城市建设局\t住房城乡建设\t\t市住建局")
    lexicon = Lexicon.load(overlay=folder)
    assert read_body("市住建局", lexicon).canonical == "市住房和城市建设局"
    assert lexicon.departments[0].surface == "住建局"
    assert len(lexicon.departments) == len(Lexicon.load().departments)


def test_a_word_on_another_side_is_another_entry(tmp_path: Path) -> None:
    folder = overlay(tmp_path, "bodies", "市\tend\tcity\t各地市")
    sides = {row.side for row in Lexicon.load(overlay=folder).bodies if row.surface == "市"}
    assert sides == {"start", "end"}


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    overlay(tmp_path, "departments", "双招办\t甲办公室\t甲\t\t县双招办")
    assert read_body("县双招办", Lexicon.load(overlay=tmp_path)).canonical == "县甲办公室"
    overlay(tmp_path, "departments", "双招办\t乙乙办公室\t乙\t\t县双招办")
    assert read_body("县双招办", Lexicon.load(overlay=tmp_path)).canonical == "县乙乙办公室"


@pytest.mark.parametrize(
    ("table", "row", "wrong", "cure"),
    [
        ("comparators", "高出\tgte\tafter\t高出3个百分点", "gte", "ge"),
        ("comparators", "高出\tge\tbehind\t高出3个百分点", "behind", "after"),
        ("departments", "双招办\t招商办公室\t招商\tCounty\t县双招办", "County", "county"),
        ("duties", "包干\tboss\tafter\t县住建局包干", "boss", "lead"),
        ("implied", "全面告捷\t百分百\t%\teq\t实现全面告捷", "百分百", "100"),
        ("cues", "拟建成\tstatus\tmaybe\t拟建成3处", "maybe", "target"),
        ("departments", "双招办\t招商办公室\t招商\t\t县招商办", "县招商办", "example"),
        ("departments", "双招办\t招商办公室\t招商", "3", "mend"),
        ("departments", "\t招商办公室\t招商\t\t县招商办", "empty", "mend"),
    ],
)
def test_a_wrong_row_is_told_with_file_line_and_cure(
    tmp_path: Path, table: str, row: str, wrong: str, cure: str
) -> None:
    good = {name: "\t".join(getattr(Lexicon.load(), name)[0]) for name in TABLES}[table]
    with pytest.raises(LexiconError) as caught:
        Lexicon.load(overlay=overlay(tmp_path, table, "# ours", good, row))
    assert f"{table}.tsv:4" in caught.value.text("en")
    assert wrong in caught.value.message["en"]
    assert cure in caught.value.cure["en"]
    assert caught.value.cure["zh"]


def test_a_row_twice_in_one_file_is_told(tmp_path: Path) -> None:
    row = "双招办\t招商办公室\t招商\t\t县双招办"
    with pytest.raises(LexiconError, match=r"departments\.tsv:3.*twice"):
        Lexicon.load(overlay=overlay(tmp_path, "departments", row, row))


def test_a_wrong_header_a_wrong_name_and_a_missing_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such lexicon folder"):
        Lexicon.load(overlay=tmp_path / "none")
    (tmp_path / "bodys.tsv").write_text("surface\n", "utf-8")
    with pytest.raises(LexiconError, match=r"bodys\.tsv"):
        Lexicon.load(overlay=tmp_path)
    (tmp_path / "bodys.tsv").unlink()
    (tmp_path / "departments.tsv").write_text("surface\tcanonical\n", "utf-8")
    with pytest.raises(LexiconError, match=r"departments\.tsv:1.*header"):
        Lexicon.load(overlay=tmp_path)
    (tmp_path / "departments.tsv").write_bytes("局".encode("gb18030"))
    with pytest.raises(LexiconError, match="UTF-8"):
        Lexicon.load(overlay=tmp_path)


def test_blanks_at_the_edges_of_cells_do_no_harm(tmp_path: Path) -> None:
    folder = overlay(tmp_path, "departments", " 双招办 \t招商办公室 \t招商\t\t县双招办")
    assert read_body("县双招办", Lexicon.load(overlay=folder)).canonical == "县招商办公室"


@pytest.mark.parametrize("name", TABLES)
def test_our_own_tables_pass_the_check_of_an_overlay(name: str) -> None:
    rows = getattr(Lexicon.load(), name)
    check = row_check(rows)
    assert [(row[0], found.en) for row in rows if (found := check(row)) is not None] == []
    assert len({key(row) for row in rows}) == len(rows)
