"""A small, bounded Jinja: data goes in, text comes out, and nothing an author writes can run on or reach out.

Templates are checked against a list of what is allowed before they are compiled: there are no assignments, macros,
attributes, methods, globals or ways to build strings but by writing them out. What is left can still loop, filter and
include, so these draw on a budget of work for each rendering (`_Meter`), and the text that comes out has a limit.
Hence no deadline is needed: the worst template is refused within about a tenth of a second.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError, nodes
from jinja2 import pass_context as with_context
from jinja2.loaders import FunctionLoader
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lessonforge.errors import did_you_mean
from lessonforge.expand import mistakes

MAX_SOURCE = 20_000
MAX_OUTPUT = 20_000
MAX_DEPTH = 40
MAX_LOOPS = 3
BUDGET = 200_000
_FILTERS = (
    "abs capitalize count d default first float int items last length list lower map max min reject rejectattr select "
    "selectattr sort title trim unique upper"
)
_TESTS = (
    "boolean defined eq equalto even false float ge greaterthan gt in integer le lessthan lower lt mapping ne none "
    "number odd sequence string true undefined upper == != < <= > >="
)
_NODES = (
    "Template Output TemplateData Name Const Getattr Getitem Slice If CondExpr For Compare Operand And Or Not Filter "
    "Test Add Sub Mul Div Mod Neg Pos Tuple List Dict Pair Keyword Call Include Block Extends Impossible"
)
_ALLOWED = frozenset(_NODES.split())
_INSTEAD = {"Concat": "Write `{{ a }}{{ b }}` in place of `a ~ b`.", "Assign": "Write the value where it is used."}
_LOOP = frozenset(("index", "index0", "revindex", "first", "last", "length"))
_METER = " meter"
_MISTAKES = (
    TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
    SyntaxError,
)


class TemplateMistake(Exception):
    """A template that is wrong or asks too much: `path` of its file (empty for a text), `line`, `message`, `hint`."""

    def __init__(self, path: str, line: int, message: str, hint: str = ""):
        super().__init__(path, line, message, hint)
        self.path, self.line, self.message, self.hint = path, line, message, hint


class _TooMuch(TemplateError):
    """The template works or writes more than a lesson ever needs."""


class _Meter:
    """Counts the work of one rendering."""

    def __init__(self) -> None:
        self.left = BUDGET

    def charge(self, value: Any, least: int = 1) -> None:
        self.left -= least + (len(value) if isinstance(value, str | list | dict | tuple) else 0)
        if self.left < 0:
            raise _TooMuch("the template does more work than a lesson needs")


def fill(text: str, data: Mapping[str, Any]) -> str:
    """A lesson's text with its `{{ vars }}` filled in; what they hold is data and isn't looked into again.

    Raises TemplateMistake with the line inside the text.
    """
    if "{{" not in text and "{%" not in text:
        return text
    return _render(_environment(()), lambda env: env.from_string(text), data)


def render(name: str, data: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The template file `name` (such as `flat/prompt.j2`) of the first folder that has it. Raises TemplateMistake."""
    return _render(_environment(tuple(folders)), lambda env: env.get_template(name), data)


def find(name: str, folders: Iterable[Path]) -> Path | None:
    """The file of a template name in the first folder that has it; links out of that folder do not count."""
    if not re.fullmatch(r"[\w-]+/[\w-]+\.(j2|yaml)", name):
        return None
    found = ((folder / name, folder) for folder in folders if (folder / name).is_file())
    return next((file for file, folder in found if file.resolve().is_relative_to(folder.resolve())), None)


def _render(env: _Environment, template: Callable[[_Environment], Any], data: Mapping[str, Any]) -> str:
    pieces, size = [], 0
    try:
        for piece in template(env).generate({**_plain(data), _METER: _Meter()}):
            size += len(piece)
            if size > MAX_OUTPUT:
                raise _TooMuch(f"the result is longer than {MAX_OUTPUT:,} characters")
            pieces.append(piece)
    except _MISTAKES as error:
        raise _mistake(error, data) from None
    return "".join(pieces)


def _plain(value: Any) -> Any:
    """Only dicts, lists, texts, numbers and truth values: nothing with methods worth calling."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if value is None or type(value) in (str, int, float, bool) else str(value)


def _mistake(error: BaseException, data: Mapping[str, Any]) -> TemplateMistake:
    path, line = _place(error)
    if isinstance(error, RecursionError):
        return TemplateMistake(path, line, "the template is nested too deeply or includes itself")
    if isinstance(error, TemplateNotFound):
        return TemplateMistake(path, line, f"there is no template '{error.name}'")
    if isinstance(error, UndefinedError) and (unknown := re.fullmatch(r"'(.+)' is undefined", error.message or "")):
        message = f"there is no var '{unknown[1]}'"
        return TemplateMistake(path, line, message, did_you_mean(unknown[1], data) or "Add it to `vars`.")
    said = error.message if isinstance(error, TemplateError) else str(error)
    return TemplateMistake(path, line, *mistakes.plain(said or type(error).__name__, _FILTERS.split()))


def _place(error: BaseException) -> tuple[str, int]:
    """The file and line of the innermost template that an error went through; Jinja gives its frames these lines."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or "", error.lineno or 1
    place, frame = ("", 1), error.__traceback__
    while frame:
        file = frame.tb_frame.f_code.co_filename
        if file.endswith(".j2") or file == "<template>":
            place = ("" if file == "<template>" else file, frame.tb_lineno)
        frame = frame.tb_next
    return place


@functools.lru_cache(maxsize=16)
def _environment(folders: tuple[Path, ...]) -> _Environment:
    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        file = find(name, folders)
        if file is None:
            return None
        stamp = _stamp(file)
        return file.read_text("utf-8"), str(file), lambda: _stamp(file) == stamp

    return _Environment(load)


def _stamp(file: Path) -> int:
    try:
        return os.stat(file).st_mtime_ns
    except OSError:
        return 0


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja with what is left of it."""

    intercepted_binops = frozenset("+-*/%")

    def __init__(self, load: Callable[[str], Any]):
        super().__init__(undefined=StrictUndefined, loader=FunctionLoader(load), finalize=_printable, trim_blocks=True)
        self.globals.clear()
        own = {"join": _join, "replace": _replace, "round": _round}
        kept = {name: self.filters[name] for name in _FILTERS.split()}
        self.filters = {name: _metered(function) for name, function in {**kept, **own}.items()}
        self.filters |= {" each": _each, " part": _part}
        self.tests = {name: self.tests[name] for name in _TESTS.split()}

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *rest: Any) -> Any:
        """Checks and meters a template before Jinja compiles it: every included one passes here too."""
        if isinstance(source, str):
            if len(source) > MAX_SOURCE:
                raise TemplateSyntaxError(f"the template is longer than {MAX_SOURCE:,} characters", 1, name, filename)
            tree = self.parse(source, name, filename)
            _check(tree, name, filename)
            _meter(tree)
            source = tree
        return super().compile(source, name, filename, *rest)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic is for numbers of ordinary size."""
        if not all(isinstance(side, int | float) and abs(side) <= 1e15 for side in (left, right)):
            raise TypeError(f"'{operator}' is for numbers")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Data has items, not attributes; only `loop` has some."""
        return isinstance(obj, LoopContext) and attr in _LOOP

    def is_safe_callable(self, obj: Any) -> bool:
        """The check of the tree leaves no call but `super()`."""
        return True

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`a.b` is the item `b` of `a`."""
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def _check(tree: nodes.Node, name: str | None, filename: str | None) -> None:
    def refuse(node: nodes.Node, message: str) -> None:
        raise TemplateSyntaxError(message, getattr(node, "lineno", 1), name, filename)

    def walk(node: nodes.Node, depth: int, loops: int) -> None:
        kind = type(node).__name__
        if kind not in _ALLOWED or (isinstance(node, nodes.For) and node.recursive):
            refuse(node, f"'{kind.lower()}' isn't available in lesson templates. {_INSTEAD.get(kind, '')}".rstrip())
        if isinstance(node, nodes.Call) and not (isinstance(node.node, nodes.Name) and node.node.name == "super"):
            refuse(node, "nothing can be called in lesson templates but `super()`")
        loops += isinstance(node, nodes.For)
        if depth > MAX_DEPTH or loops > MAX_LOOPS:
            refuse(
                node, f"loops may nest {MAX_LOOPS} deep" if loops > MAX_LOOPS else "the template is nested too deeply"
            )
        for child in node.iter_child_nodes():
            walk(child, depth + 1, loops)

    walk(tree, 0, 0)


def _meter(tree: nodes.Template) -> None:
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, " each", [], [], None, None, lineno=loop.lineno)
    parts: Iterable[Any] = tree.find_all((nodes.Include, nodes.Extends))
    for part in parts:
        part.template = nodes.Filter(part.template, " part", [], [], None, None, lineno=part.lineno)


def _metered(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that pays for what it takes and what it gives."""
    wants = getattr(function, "jinja_pass_arg", None)

    @with_context
    def filtered(context: Context, value: Any, *args: Any, **options: Any) -> Any:
        value = list(value) if hasattr(value, "__next__") else value
        context[_METER].charge(value)
        first: dict[str, list[Any]] = {
            "context": [context],
            "environment": [context.environment],
            "eval_context": [context.eval_ctx],
        }
        given: list[Any] = first[wants.name] if wants else []
        result = function(*given, value, *args, **options)
        result = list(result) if hasattr(result, "__next__") else result
        context[_METER].charge(result)
        return result

    return filtered


@with_context
def _each(context: Context, value: Any) -> Any:
    if isinstance(value, str):
        raise TypeError("a text can't be looped over")
    items = list(value)
    context[_METER].charge(items)
    return items


@with_context
def _part(context: Context, name: Any) -> Any:
    context[_METER].charge(name, BUDGET // 100)
    return name


def _printable(value: Any) -> Any:
    if isinstance(value, str | int | float | StrictUndefined):
        return value
    raise TypeError("only texts and numbers can be written out; use `| join(', ')` for a list")


def _join(value: Iterable[Any], between: str = "") -> str:
    pieces = [str(_printable(item)) for item in value]
    return _bounded(between.join, pieces, sum(map(len, pieces)) + len(between) * len(pieces))


def _replace(value: str, old: str, new: str) -> str:
    text = str(_printable(value))
    return _bounded(
        lambda _: text.replace(old, new), [], len(text) + (text.count(old) if old else len(text)) * len(new)
    )


def _round(value: float, digits: int = 0) -> float:
    return round(value, max(0, min(digits, 12))) if digits > 0 else round(value)


def _bounded(make: Callable[[list[str]], str], pieces: list[str], size: int) -> str:
    if size > MAX_OUTPUT:
        raise _TooMuch(f"the result is longer than {MAX_OUTPUT:,} characters")
    return make(pieces)
