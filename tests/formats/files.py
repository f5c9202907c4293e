"""The files of the cases: how they are made, what of them changed, whether their program opens them."""

import shlex
import shutil
import subprocess
import zipfile

import texts

WRITERS = {"film": texts.subtitles, "app": texts.catalogue, "guide": texts.document}


def missing(form, opens):
    """A program that is needed and is not there."""
    lines = [form.get("made"), form.get("opens") if opens else None]
    names = [shlex.split(line)[0] for line in lines if line]
    return next((name for name in names if not shutil.which(name)), None)


def make(ending, form, case, folder, faults):
    """A folder with the pair of files for each of `faults`."""
    written = form.get("from", ending)
    projects = []
    for fault in faults:
        project = folder / (fault["name"] if fault else "clean")
        for language in texts.LANGUAGES:
            file = project / language / f"a.{written}"
            file.parent.mkdir(parents=True)
            file.write_text(WRITERS[form["case"]](written, language, case, fault))
        projects.append(project)
    if "made" in form:
        convert(ending, form, projects)
    return projects


def convert(ending, form, projects):
    """Lets a program make the files, under names that tell them apart."""
    folder = projects[0].parent / "made"
    folder.mkdir()
    places = {}
    for project in projects:
        for language in texts.LANGUAGES:
            name = f"{project.name}-{language}"
            (project / language / f"a.{form['from']}").rename(folder / f"{name}.{form['from']}")
            places[folder / f"{name}.{ending}"] = project / language / f"a.{ending}"
    files = sorted(folder.glob(f"*.{form['from']}"))
    for some in [files] if "{files}" in form["made"] else [[it] for it in files]:
        run(form["made"], some, folder)
    for made, place in places.items():
        made.rename(place)


def run(command, made, out):
    parts = []
    for part in shlex.split(command):
        parts += made if part == "{files}" else [part.format(out=out, file=made[0], name=made[0].name, stem=made[0].stem)]
    return subprocess.run(parts, capture_output=True, text=True, check=False)


def parts(file):
    """The parts of a package, or the file as its only one."""
    if not zipfile.is_zipfile(file):
        return {"": file.read_bytes()}
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def beyond_one_place(file, spliced):
    """What a splice changed beyond one place of one part."""
    before, after = parts(file), parts(spliced)
    changed = [name for name in before if before[name] != after.get(name)]
    if list(before) != list(after) or len(changed) != 1:
        return [f"{spliced.name}: the splice changes the parts {changed}"]
    was, now = before[changed[0]], after[changed[0]]
    if len(was) != len(now):
        return [f"{spliced.name}: {len(was)} bytes become {len(now)}"]
    places = [at for at, (one, other) in enumerate(zip(was, now)) if one != other]
    # A word of the size of the longest is all that is written.
    return [f"{spliced.name}: bytes change far apart"] if places[-1] - places[0] > 60 else []


def unopened(command, made, out):
    """What the program of the format says of files that it does not read as they were meant."""
    out.mkdir()
    if "{files}" in command:
        run(command, made, out)
        lost = [it.name for it in made if not (out / f"{it.stem}.txt").is_file()]
        return [f"not opened: {name}" for name in lost]
    failures = []
    for file in made:
        done = run(command, [file], out)
        if done.returncode:
            failures.append(f"{file.name} is not opened: {done.stderr.strip()[:300]}")
    return failures
