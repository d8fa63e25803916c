"""`policyparse check` and `policyparse rules`: forms, choice of rules, baseline, settings, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from policyparse.cli import main
from policyparse.cli.options import DONE, FAILED, FINDINGS

SOUND = "关于推进社区养老的通知\n\n一、建设养老服务站。到2027年，全县建成社区养老服务站40个。（县民政局牵头）\n"
BLOCK = "（一）完善设施。支持各乡镇利用闲置校舍改造养老服务站，统一配备助浴、助餐和康复设备，方便老人就近使用。\n"
OTHER = "（二）培育队伍。每年培训养老护理员，落实岗位补贴和入职奖励，引导职业院校开设相关专业，壮大人才队伍。\n"
DOUBLED = f"一、主要任务\n{BLOCK}{OTHER}{BLOCK}"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("好.txt").write_text(SOUND, "utf-8")
    Path("坏.txt").write_text(DOUBLED, "utf-8")
    return tmp_path


def test_text_shows_place_line_and_carets(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "坏.txt", "--lang", "zh"]) == FINDINGS
    out = capsys.readouterr().out
    lines = out.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("4:1") and "duplicate-block" in line)
    assert lines[at + 1].strip().startswith("（一）完善设施")
    assert set(lines[at + 2].strip()) == {"^"}
    assert "原文 2:1" in out
    assert "错误" in lines[0]


def test_a_sound_file_is_silent_but_for_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "好.txt", "--lang", "zh", "--select", "D,N,B,F"]) == DONE
    assert "未发现问题" in capsys.readouterr().out


def test_json_is_a_list_of_source_and_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "坏.txt", "好.txt", "没有.txt", "--format", "json"]) == FAILED
    rows = json.loads(capsys.readouterr().out)
    assert [row["source"]["name"] for row in rows] == ["坏.txt", "好.txt", "没有.txt"]
    assert {finding["name"] for finding in rows[0]["findings"]} >= {"duplicate-block"}
    assert rows[2]["error"]["code"] == "unreadable"


def test_lines_are_one_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "坏.txt", "好.txt", "--format", "jsonl"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [set(row) for row in rows] == [{"source", "findings"}] * 2


def test_sarif_points_at_lines_and_columns(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "坏.txt", "--format", "sarif", "--select", "duplicate-block"])
    run = json.loads(capsys.readouterr().out)["runs"][0]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["region"]["startLine"] == 4
    assert place["region"]["startColumn"] == 1
    start, length = place["region"]["charOffset"], place["region"]["charLength"]
    assert DOUBLED[start : start + length].strip() == BLOCK.strip()
    assert result["ruleId"] in {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert "%" in place["artifactLocation"]["uri"], "a URI has no Chinese characters"
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 2
    assert run["columnKind"] == "unicodeCodePoints"


def test_github_commands_are_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a,b:c.txt").write_text(DOUBLED, "utf-8")
    main(["check", "a,b:c.txt", "--format", "github", "--select", "D"])
    line = capsys.readouterr().out.splitlines()[0]
    assert line.startswith("::error file=a%2Cb%3Ac.txt,line=4,")


def test_rules_are_chosen_by_code_name_and_beginning(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ("D101", "duplicate-block", "D1", "dup"):
        assert main(["check", "坏.txt", "--select", words]) == FINDINGS
    assert main(["check", "坏.txt", "--select", "D", "--ignore", "duplicate-block"]) == DONE
    assert main(["check", "坏.txt", "--ignore", "D,N,B"]) == DONE
    capsys.readouterr()
    assert main(["check", "坏.txt", "--select", "Q9", "--lang", "en"]) == FAILED
    assert "no such rule" in capsys.readouterr().err


def test_a_baseline_leaves_only_what_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "坏.txt", "--write-baseline", "known.json"]) == DONE
    assert BLOCK[:10] not in Path("known.json").read_text("utf-8")
    assert main(["check", "坏.txt", "--baseline", "known.json"]) == DONE
    Path("坏.txt").write_text("前言如下。\n" + DOUBLED + OTHER, "utf-8")
    capsys.readouterr()
    assert main(["check", "坏.txt", "--baseline", "known.json", "--format", "json", "--select", "D"]) == FINDINGS
    (row,) = json.loads(capsys.readouterr().out)
    assert len(row["findings"]) == 1, "the copy that was known is not told again"
    Path("known.json").write_text("{}", "utf-8")
    assert main(["check", "坏.txt", "--baseline", "known.json"]) == FAILED


def test_settings_come_from_the_nearest_file(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("pyproject.toml").write_text('[tool.policyparse.check]\nignore = ["D", "N", "B"]\n', "utf-8")
    inner = place / "里"
    inner.mkdir()
    monkeypatch.chdir(inner)
    assert main(["check", "../坏.txt"]) == DONE
    Path("policyparse.toml").write_text('[check]\nselect = ["D"]\n', "utf-8")
    assert main(["check", "../坏.txt"]) == FINDINGS


@pytest.mark.parametrize("words", ["[check]\nselct = ['D']\n", "[check]\nselect = 'D'\n", "check = 1\n", "[check\n"])
def test_settings_that_are_not_understood_are_an_error(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("policyparse.toml").write_text(words, "utf-8")
    assert main(["check", "坏.txt", "--lang", "en"]) == FAILED
    assert "policyparse.toml" in capsys.readouterr().err


def test_output_goes_into_a_file_and_never_over_an_input(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "坏.txt", "--format", "json", "-o", "out.json"])
    assert json.loads(Path("out.json").read_text("utf-8"))
    assert main(["check", "坏.txt", "--format", "json", "-o", "坏.txt"]) == FAILED
    assert Path("坏.txt").read_text("utf-8") == DOUBLED
    assert main(["check", "坏.txt", "-o", "out.txt"]) == FAILED


def test_nothing_to_check_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--lang", "en"]) == FAILED
    assert "no file" in capsys.readouterr().err


def test_rules_lists_and_explains(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--lang", "zh"]) == DONE
    assert "duplicate-block" in capsys.readouterr().out
    for line in (["rules", "D101"], ["check", "--explain", "duplicate-block"]):
        assert main([*line, "--lang", "en"]) == DONE
        assert "What it looks for" in capsys.readouterr().out
    assert main(["rules", "--json"]) == DONE
    rows = json.loads(capsys.readouterr().out)
    assert all(row["doc"] and row["code"] and row["title"] for row in rows)


def test_parse_checks_as_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "坏.txt", "--check", "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["findings"]
