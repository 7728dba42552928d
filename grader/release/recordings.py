"""What a release holds in the place of a lesson's wrong models: tags of what each shows, and sealed words.

Probes and clues go along as they are written. So do studies whose models are formulas over a student's own
numbers, because nobody can list what these show; their words can be read.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from grader.checking import diagnosis
from grader.checking.observed import Observed
from grader.checking.recorded import RECORDS, Record, joined
from grader.checking.sealed import Seal, closed, tag
from grader.checking.study import Answer, Behaviour, Finding, Model, Says, Strange, Study
from grader.checking.unordered import Unordered
from grader.errors import KitError
from grader.model import Lesson
from grader.release.needed import Sources
from grader.release.shaken import Name, shaken

_INIT = '''\
"""What goes wrong in this lesson. The wrong models are not here, only what tells them: see recorded.json."""

from grader.misconceptions import recorded

STUDIES = recorded(__name__, __file__)
'''
_RIGHT = bytes(32)  # opens nothing
_SECTION = re.compile(r"^(?=\[)", re.MULTILINE)
_HEAD = re.compile(r"\[\"?([\w-]+)")


@cache
def recordings(lesson: Lesson) -> Sources:
    """The files of the package `misconceptions` of a release; none where the lesson has no such package."""
    studies = diagnosis.studies(lesson)
    if not studies:
        return {}
    package = f"tests.{lesson.name}.misconceptions"
    roots: set[Name] = set()
    records = []
    for number, study in enumerate(studies):
        readable = not _is_recordable(study)
        records.append(
            _code(package, study, studies) if readable else _record(number, study, package, lesson.name)
        )
        roots |= _roots(records[-1])
        roots |= {
            _split(_reference(package, m.clue)) for m in study.misconceptions if m.clue and not readable
        }
    modules = shaken(lesson.suite / "misconceptions", package, roots)
    told = {m.slug for s in studies if not _is_recordable(s) for m in (*s.misconceptions, *s.alike)}
    table = {"salt": lesson.name, "studies": records}
    files = {
        "__init__.py": _INIT,
        RECORDS: json.dumps(table, indent=0, ensure_ascii=False) + "\n",
        **{f"{name}.py": text for name, text in modules.items()},
        **dict(_words(lesson, told)),
    }
    return {f"tests/{lesson.name}/misconceptions/{name}": text.encode() for name, text in files.items()}


def _is_recordable(study: Study) -> bool:
    """Whether what each model shows can be listed, whatever else a student has done."""
    models = [*study.right, *(model for m in study.misconceptions for model in m.models)]
    return isinstance(study, Behaviour) or all(isinstance(model, Says | Strange) for model in models)


# --- studies that stay code ------------------------------------------------------------------------


def _code(package: str, study: Study, studies: Sequence[Study]) -> Mapping[str, Any]:
    """Where a study is found: a name of a module of the package, or one of several below a name."""
    readable = [s for s in studies if not _is_recordable(s)]
    for module in _modules(package, study):
        for name, value in vars(module).items():
            held = (value,) if isinstance(value, Study) else value if isinstance(value, tuple) else ()
            if any(s is study for s in held) and all(any(s is r for r in readable) for s in held):
                place = next(k for k, s in enumerate(held) if s is study)
                return {"code": f"{module.__name__[len(package) + 1 :]}:{name}", "number": place}
    raise KitError(
        f"{package}: the study of `{study.about}` cannot be released",
        "give it a name in its module, or one to a tuple of such studies: its models are formulas",
    )


def _modules(package: str, study: Study) -> Iterator[Any]:
    """The modules of the package, that of the study's exercise first."""
    known = [name for name in sys.modules if name.startswith(f"{package}.")]
    for name in sorted(known, key=lambda name: (not name.endswith(f".{study.exercise}"), name)):
        yield sys.modules[name]


def _words(lesson: Lesson, slugs: set[str]) -> Iterator[tuple[str, str]]:
    """The texts of these mistakes, as their files have them, without any others."""
    for path in sorted((lesson.suite / "misconceptions").glob("*.toml")):
        sections = _SECTION.split(path.read_text(encoding="utf-8"))
        wanted = [part for part in sections if (head := _HEAD.match(part)) and head[1] in slugs]
        if wanted:
            yield path.name, "".join(wanted)


# --- studies that are recorded ---------------------------------------------------------------------


def _record(number: int, study: Study, package: str, salt: str) -> Record:
    """One study, in the form that `grader.checking.recorded` reads."""
    seal = Seal(f"{salt} {number}", study.precision)
    findings: dict[str, str] = {}
    groups = {group.slug: _Sealed(group, _key(seal, group.slug, [])) for group in study.alike}
    for sealed in groups.values():
        findings |= sealed.written({"clue": "", "groups": []})
    wrong = []
    for each in study.misconceptions:
        made = _Sealed(each, _key(seal, each.slug, [_shown(study, model) for model in each.models]))
        shared = [groups[group.slug] for group in study.alike if each.slug in group.slugs]
        clue = _reference(package, each.clue) if each.clue else ""
        findings |= made.written({"clue": clue, "groups": [(tag(g.key), g.key.hex()) for g in shared]})
        wrong += [_model(study, seal, model, made.key) for model in each.models]
    return {
        "exercise": study.exercise,
        "about": study.about,
        "probe": _reference(package, study.probe),
        "checks": list(study.checks),
        "precision": study.precision,
        "entry": study.about if isinstance(study, Answer) else "",
        "cases": study.cases if isinstance(study, Behaviour) else None,
        "known": [_model(study, seal, model, _RIGHT) for model in study.right],
        "wrong": _distinct(wrong),
        "findings": findings,
    }


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A finding, and the key that opens its words."""

    finding: Finding
    key: bytes

    def written(self, more: Mapping[str, Any]) -> dict[str, str]:
        words = {field.name: getattr(self.finding, field.name) for field in fields(Finding)}
        content = json.dumps({**words, **more}, ensure_ascii=False)
        return {tag(self.key): closed(self.key, content.encode())}


def _key(seal: Seal, slug: str, shown: Sequence[Observed]) -> bytes:
    """A key that follows from what a mistake shows, so that the same lesson gives the same files."""
    return hashlib.sha256(f"{seal.salt} {slug} {shown!r}".encode()).digest()


def _shown(study: Study, model: Model) -> Observed:
    return repr(model) if isinstance(model, Says | Strange) else study.predict(model, ())


def _model(study: Study, seal: Seal, model: Model, key: bytes) -> Record:
    """How one model is recognised; recognising it gives the key."""
    match model:
        case Says(answer=answer, at=None):
            return {"whole": _mark(seal, answer, key)}
        case Says(answer=answer, at=place):
            return {"at": place, "word": _mark(seal, answer, key)}
        case Strange(choices=choices, at=place):
            return {"strange": list(choices), "at": place, "key": key.hex()}
    if isinstance(study, Unordered):
        return _unordered(study, seal, model, key)
    return {"whole": _mark(seal, study.predict(model, ()), key)}


def _unordered(study: Unordered, seal: Seal, model: Model, key: bytes) -> Record:
    """Each part holds a share of the key; it takes all of them, or what is shown as written."""
    parts = [*study.possible(model)]
    shares = [hashlib.sha256(key + bytes([number])).digest() for number in range(len(parts) - 1)]
    shares.append(joined([key, *shares]))
    told = [dict(_mark(seal, one, share) for one in ways) for ways, share in zip(parts, shares, strict=True)]
    return {"ordered": _mark(seal, study.predict(model, ()), key), "parts": told}


def _mark(seal: Seal, shown: Observed, key: bytes) -> tuple[str, str]:
    own = seal.key(shown)
    return tag(own), closed(own, key)


def _distinct(records: Sequence[Record]) -> list[Record]:
    """Two ways to write a mistake may show the same."""
    return [record for k, record in enumerate(records) if record not in records[:k]]


def _reference(package: str, function: Any) -> str:
    """A function of the package as "module:name"."""
    module, name = function.__module__, function.__qualname__
    if not module.startswith(f"{package}.") or not name.isidentifier():
        trouble = f"{package}: {name} cannot be released: it is no function at the top of a module there"
        raise KitError(trouble, "a probe and a clue are functions with a name of their own")
    return f"{module[len(package) + 1 :]}:{name}"


def _roots(record: Record) -> set[Name]:
    """The names of the package that a record refers to."""
    return {_split(record[key]) for key in ("code", "probe") if key in record}


def _split(reference: str) -> Name:
    module, _, name = reference.partition(":")
    return module, name
