"""The packages that write office files, which an extra installs."""

from __future__ import annotations

from policyparse.errors import MissingExtra


def missing_extra(suffix: str, extra: str, name: str | None = None) -> MissingExtra:
    """The package that writes `suffix` is not installed; `extra` is that of policyparse which installs it."""
    return MissingExtra(
        name=name, zh=f"写出 {suffix} 文件需要安装附加组件", en=f"{suffix} files need an optional package",
        cure_zh=f'请运行：pip install "policyparse[{extra}]"', cure_en=f'run: pip install "policyparse[{extra}]"',
    )  # fmt: skip
