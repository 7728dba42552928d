"""Loads a package of a lesson from its folder, under the name by which its modules import each other.

pytest loads a suite by its path, and so says which folder is meant in `from tests.first_loop import paper`.
Wrong models lie beside a suite or, in a course, in a folder that students do not get. They are loaded by
their path as well, so no folder has to be put into `sys.path`.
"""

import sys
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from grader.model import Lesson


def beside_suite(lesson: Lesson, name: str) -> ModuleType:
    """The package `name` in the suite's folder. What its code raises goes through."""
    suite = f"tests.{lesson.name}"
    for above, folder in (("tests", lesson.suite.parent), (suite, lesson.suite)):
        if above not in sys.modules:  # a run of pytest has loaded it, perhaps from another folder
            _load(above, folder)
    full, folder = f"{suite}.{name}", lesson.suite / name
    known = sys.modules.get(full)
    if known is None or folder.resolve() not in map(_resolved, known.__path__):
        _forget(full)
        known = _load(full, folder)
    return known


def _load(name: str, folder: Path) -> ModuleType:
    module = module_from_spec(_spec(name, folder))
    sys.modules[name] = module
    try:
        if module.__spec__ is not None and module.__spec__.loader is not None:
            module.__spec__.loader.exec_module(module)
    except BaseException:
        _forget(name)
        raise
    above, _, last = name.rpartition(".")
    if above:
        setattr(sys.modules[above], last, module)
    return module


def _spec(name: str, folder: Path) -> ModuleSpec:
    """A package with the code of its `__init__.py`, or with none where there is no such file."""
    code, places = folder / "__init__.py", [str(folder)]
    spec = spec_from_file_location(name, code, submodule_search_locations=places) if code.is_file() else None
    if spec is None:
        spec = ModuleSpec(name, None, is_package=True)
        spec.submodule_search_locations = places
    return spec


def _forget(name: str) -> None:
    """Modules of a package from another folder are other modules."""
    for known in [known for known in sys.modules if known == name or known.startswith(f"{name}.")]:
        del sys.modules[known]


def _resolved(path: str) -> Path:
    return Path(path).resolve()
