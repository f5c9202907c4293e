"""The repositories of `corpus.py` that the measurements work on."""

import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def corpus(folder, **options):
    """Makes one in `folder` and says where it is."""
    arguments = [f"--{name}={value}" for name, value in options.items()]
    subprocess.run([sys.executable, os.path.join(HERE, "corpus.py"), folder, *arguments], check=True)
    return os.path.join(folder, "repository")


def first_file(repository, side):
    folder = os.path.join(repository, side, "000")
    return os.path.join(folder, sorted(os.listdir(folder))[0])


def edit(path):
    """Changes the first sentence of a document."""
    with open(path, encoding="utf-8") as file:
        content = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(content.replace(".", ", и на этом всё кончилось.", 1))
