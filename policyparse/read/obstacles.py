"""What keeps a file of a known format from being read: the errors, in the same words for all formats."""

from __future__ import annotations

from policyparse.errors import MissingExtra, ReadError


def missing_extra(kind: str, extra: str, name: str | None) -> MissingExtra:
    """The package for files of `kind` is not installed; `extra` is that of policyparse which installs it."""
    return MissingExtra(
        name=name, zh=f"读取 {kind} 文件需要安装附加组件", en=f"{kind} files need an optional package",
        cure_zh=f'请运行：pip install "policyparse[{extra}]"', cure_en=f'run: pip install "policyparse[{extra}]"',
    )  # fmt: skip


def damaged(kind: str, why: object, name: str | None) -> ReadError:
    """The bytes begin like a file of `kind` and are none, or not a whole one."""
    reason = f"{why}".strip().splitlines()[0][:120] if f"{why}".strip() else type(why).__name__
    return ReadError(
        name=name, zh=f"{kind} 文件已损坏或不完整（{reason}）", en=f"the {kind} file is damaged or cut off ({reason})",
        cure_zh="请重新下载，或用原软件打开后另存一份", cure_en="fetch it again, or open it and save a new copy",
    )  # fmt: skip


def encrypted(kind: str, name: str | None) -> ReadError:
    """The file wants a password."""
    return ReadError(
        name=name, zh=f"{kind} 文件已加密", en=f"the {kind} file is encrypted",
        cure_zh="请先用密码打开并另存为未加密的文件", cure_en="open it with its password and save it without one",
    )  # fmt: skip


def too_large(kind: str, why_zh: str, why_en: str, name: str | None) -> ReadError:
    """The file claims more than any policy document holds."""
    return ReadError(
        name=name, zh=f"{kind} 文件过大：{why_zh}", en=f"the {kind} file is too large: {why_en}",
        cure_zh="请检查文件来源；如确有必要，请拆分后再试", cure_en="check where it comes from; split it if need be",
    )  # fmt: skip
