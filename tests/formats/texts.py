"""The texts of the cases, written in each format: clean, or with one fault."""

import json
import pathlib
import re
import tomllib
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).parent
LANGUAGES = ("ru", "en")
INLINE = re.compile(r"`([^`]+)`|\*([^*]+)\*|\[([^]]+)\]\(([^)]+)\)|\^(\w+)")


def load(name):
    return tomllib.loads((HERE / name).read_text())


def planted(fault, where, text):
    """The text with the fault in it, where it is the one that the fault is in."""
    if not fault or where != fault.get("word", fault.get("entry")) or "old" not in fault:
        return text
    assert text.count(fault["old"]) == 1, (fault["name"], text)
    return text.replace(fault["old"], fault["new"])


# Documents: inline markup in the signs of each format.


def inline(text, plain, code, emphasis, link, note):
    parts, end = [], 0
    for match in INLINE.finditer(text):
        parts.append(plain(text[end : match.start()]))
        of_code, of_emphasis, shown, address, of_note = match.groups()
        parts.append(
            code(of_code) if of_code
            else emphasis(of_emphasis) if of_emphasis
            else link(shown, address) if shown
            else note(of_note)
        )
        end = match.end()
    return "".join(parts) + plain(text[end:])


def same(text):
    return text


def xml(text):
    return escape(text, {'"': "&quot;"})


def markdown(text, _words):
    return inline(text, same, "`{}`".format, "*{}*".format, "[{}]({})".format, "[^{}]".format)


def html(text, _words):
    spaced = lambda text: xml(text).replace(" км", "&nbsp;км").replace(" km", "&nbsp;km")
    return inline(
        text, spaced,
        lambda code: f"<code>{xml(code)}</code>", "<em>{}</em>".format,
        lambda shown, address: f'<a href="{address}">{shown}</a>',
        '<a id="ref-{0}" href="#{0}" role="doc-noteref"><sup>*</sup></a>'.format,
    )


def rst(text, _words):
    return inline(text, same, "``{}``".format, "*{}*".format, "`{} <{}>`_".format, r"\ [#{}]_".format)


def asciidoc(text, words):
    note = lambda name: f"footnote:[{words[name]}]"
    link = lambda shown, address: f"{address}[{shown}]"
    return inline(text, same, "`+{}+`".format, "_{}_".format, link, note)


def opendocument(text, words):
    span = '<text:span text:style-name="{}">{}</text:span>'.format
    note = lambda name: (
        f'<text:note text:id="{name}" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body><text:p>{xml(words[name])}</text:p></text:note-body></text:note>"
    )
    link = lambda shown, address: f'<text:a xlink:type="simple" xlink:href="{address}">{shown}</text:a>'
    return inline(text, xml, lambda code: span("code", xml(code)), lambda text: span("em", text), link, note)


DOCUMENTS = {"md": markdown, "html": html, "rst": rst, "adoc": asciidoc, "fodt": opendocument}


def document(ending, language, case, fault):
    words = {
        name: planted(fault if language == "en" else None, name, word[language])
        for name, word in case["words"].items()
    }
    lines = []
    for line in (HERE / "templates" / f"guide.{ending}").read_text().splitlines():
        mark = re.match(r"@(\S+) ", line)
        if mark:
            line = line[mark.end() :]
            if not is_kept(mark[1], language, fault):
                continue
        fill = lambda it: DOCUMENTS[ending](words[it[1]], words).ljust(int(it[2] or 0))
        lines.append(re.sub(r"\{\{(\w+)(?::(\d+))?\}\}", fill, line))
    return "\n".join(lines) + "\n"


def is_kept(mark, language, fault):
    """Whether a marked line stands: `ru`, `en`, `-fault` (not where it is planted), `+fault`."""
    if mark[0] not in "-+":
        return mark == language
    is_planted = language == "en" and fault is not None and fault["name"] == mark[1:]
    return is_planted == (mark[0] == "+")


# Subtitles.


def clock(seconds, point):
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}000"


def subtitles(ending, language, case, fault):
    point = "," if ending == "srt" else "."
    cues = ["WEBVTT\n\nNOTE made for the tests\n"] if ending == "vtt" else []
    for number, cue in enumerate(case["cue"], 1):
        text = cue[language].replace("|", "\n")
        if language == "en" and fault and fault["old"].replace("|", "\n") in text:
            if fault.get("lost"):
                continue
            text = text.replace(fault["old"], fault["new"])
        start, end = clock(number * 4, point), clock(number * 4 + 3, point)
        cues.append(f"{number}\n{start} --> {end}\n{text}\n")
    return "\n".join(cues)


# Catalogues.


def unicode_escapes(text):
    return "".join(it if it < "\x7f" else f"\\u{ord(it):04x}" for it in text)


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def folded(text, width):
    """The words of a text in lines."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


def po_string(text):
    lines = folded(text, 70)
    if len(lines) == 1:
        return quoted(text)
    return '""\n' + "\n".join(quoted(it) for it in [it + " " for it in lines[:-1]] + lines[-1:])


def yaml_string(text):
    return ">-\n    " + "\n    ".join(folded(text, 70)) if len(text) > 90 else quoted(text)


def toml_string(text):
    return '"""\n' + " \\\n  ".join(folded(text, 70)) + '"""' if len(text) > 90 else quoted(text)


def properties_string(text):
    return " \\\n    ".join(unicode_escapes(it) if len(text) > 90 else it for it in folded(text, 90))


def fluent_string(text):
    text = re.sub(r"\{(\w+)\}", r"{ $\1 }", text)
    return "\n    " + "\n    ".join(folded(text, 70)) if len(text) > 90 else text


def android_string(text):
    text = re.sub(r"\{(\w+)\}", r'<xliff:g id="\1">{\1}</xliff:g>', escape(text).replace("'", r"\'"))
    return text.replace("&lt;b&gt;", "<b>").replace("&lt;/b&gt;", "</b>")


def xliff_string(text):
    text = escape(text).replace("&lt;b&gt;", '<g id="1" ctype="bold">').replace("&lt;/b&gt;", "</g>")
    return re.sub(r"\{(\w+)\}", r'<x id="\1" equiv-text="{\1}"/>', text)


PLURALS = {
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "en": "nplurals=2; plural=(n != 1);",
}

STRINGS = {
    "json": lambda text: quoted(text)[1:-1],
    "yaml": yaml_string,
    "toml": toml_string,
    "properties": properties_string,
    "strings": lambda text: quoted(text)[1:-1],
    "po": po_string,
    "ftl": fluent_string,
    "xml": android_string,
    "resx": xml,
    "xlf": xliff_string,
}


def catalogue(ending, language, case, fault):
    form = load("templates/catalogues.toml")[ending]
    write = STRINGS[ending]
    fault = fault if language == "en" else None
    parts = [form["head"].replace("{language}", language).replace("{plurals}", PLURALS[language])]
    for key, entry in case["entries"].items():
        if fault and fault.get("lost") and fault.get("entry") == key:
            continue
        names = {"key": key.translate(str.maketrans(form.get("keys", {}))), "comment": entry.get("comment", "")}
        if names["comment"]:
            parts.append(filled(form.get("comment", ""), names))
        if isinstance(entry[language], str):
            text = planted(fault, key, entry[language])
            parts.append(filled(form["entry"], names | {"text": write(text)}))
            continue
        parts.append(filled(form.get("open", ""), names))
        for number, (count, text) in enumerate(entry[language].items()):
            if ending == "po" and language == "ru" and count == "other":
                continue
            text = planted(fault if count == "other" else None, key, text)
            more = {"text": write(text), "form": count, "number": str(number), "star": "*" if count == "other" else " "}
            parts.append(filled(form["form"], names | more))
        parts.append(filled(form.get("close", ""), names))
    return "".join(parts) + form["foot"]


def filled(template, names):
    return re.sub(r"%(\w+)%", lambda it: names[it[1]], template)
