//! The command line itself: help, languages, colours, exit codes, where output goes.

use std::{
    io::Read,
    process::{Command, Stdio},
};

use crate::harness::Project;

const SOURCE: &str = "# Письмо\n\nМы вернулись домой весной.\n";

/// A project whose only translation is missing.
fn untranslated() -> Project {
    let project = Project::new();
    project.write("source-ru/a.md", SOURCE);
    project
}

#[test]
fn help_speaks_both_languages() {
    let project = Project::new();
    let english = project.sverka(["--help"]).exits(0);
    assert!(english.stdout.contains("Usage: sverka [OPTIONS] <COMMAND>"), "{}", english.stdout);
    let russian = project.sverka(["status", "--help", "--lang", "ru"]).exits(0);
    assert!(russian.stdout.contains("Использование: sverka status [ПАРАМЕТРЫ]"));
    for word in ["Usage", "Options", "Arguments", "Commands", "Print", "default", "possible"] {
        assert!(!russian.stdout.contains(word), "`{word}` in\n{}", russian.stdout);
    }
    assert_eq!(project.sverka(["help", "status", "--lang=ru"]).stdout, russian.stdout);
}

#[test]
fn the_language_is_asked_for_or_that_of_the_system() {
    let project = Project::new();
    for (variables, arguments, is_russian) in [
        (&[("LC_ALL", "ru_RU.UTF-8")][..], &[][..], true),
        (&[("LC_ALL", "ru_RU.UTF-8"), ("SVERKA_LANG", "en")], &[], false),
        (&[("SVERKA_LANG", "en")], &["--lang", "ru"], true),
        (&[("SVERKA_LANG", "ru")], &[], true),
        (&[("LC_ALL", "C")], &[], false),
    ] {
        let mut command = project.sverka_command();
        command.env_remove("SVERKA_LANG").envs(variables.iter().copied());
        let output = command.arg("--help").args(arguments).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(text.contains("Использование"), is_russian, "{variables:?} {arguments:?}");
    }
}

#[test]
fn mistakes_in_the_arguments_are_named_with_a_cure() {
    let project = Project::new();
    for (arguments, language, what, cure) in [
        (&["stauts"][..], "en", "there is no command `stauts`", "did you mean `status`?"),
        (&["check", "--fromat", "json"], "ru", "аргумента `--fromat` здесь нет", "`--format`?"),
        (&["status", "--sort", "size"], "en", "`size` is no value of `--sort", "path, worst"),
        (&["align", "a.md"], "ru", "не указано: <TARGET>", "--help"),
        (&["explain", "stael"], "ru", "замечания `stael` не бывает", ""),
    ] {
        let arguments = arguments.iter().copied().chain(["--lang", language]);
        let run = project.sverka(arguments).exits(2);
        assert_eq!(run.stdout, "");
        assert!(run.stderr.contains(what) && run.stderr.contains(cure), "{}", run.stderr);
    }
}

#[test]
fn no_documents_are_no_success() {
    let run = Project::new().sverka(["check"]).exits(2);
    assert!(run.stderr.contains("sverka init"), "{}", run.stderr);
    let project = untranslated();
    project.sverka(["check", "nowhere"]).exits(2);
    project.sverka(["status", "-C", "nowhere"]).exits(2);
    project.sverka(["status", "/"]).exits(2);
}

#[test]
fn a_mistake_in_the_configuration_has_its_place() {
    let project = untranslated();
    project.write("sverka.toml", "[check]\nuntranslatd = \"error\"\nextra = \"loud\"\n");
    let run = project.sverka(["check"]).exits(2);
    assert!(run.stderr.contains("sverka.toml:2:1: error: there is no kind"), "{}", run.stderr);
    assert!(run.stderr.contains("did you mean `untranslated`?"), "{}", run.stderr);
    assert!(run.stderr.contains("sverka.toml:3:"), "{}", run.stderr);
}

#[test]
fn paths_limit_what_is_shown() {
    let project = untranslated();
    project.write("sverka.toml", "").write("source-ru/letters/b.md", SOURCE);
    let documents = |arguments: &[&str]| {
        let arguments = ["status", "--format", "json"].iter().chain(arguments).copied();
        project.sverka(arguments).exits(0).json()["total"]["documents"].clone()
    };
    assert_eq!(documents(&[]), 2);
    assert_eq!(documents(&["source-ru/letters"]), 1);
    assert_eq!(documents(&["translations/letters/b.md"]), 1);
    assert_eq!(documents(&["-C", "source-ru", "a.md", "../translations/letters"]), 2);
}

#[test]
fn output_goes_to_a_file_whole() {
    let project = untranslated();
    let run = project.sverka(["check", "--format", "json", "--output", "report.json"]).exits(1);
    assert_eq!(run.stdout, "");
    let printed = project.sverka(["check", "--format", "json"]).exits(1).stdout;
    assert_eq!(project.read("report.json"), printed);
    project.sverka(["check", "--output", "no/such/folder/report"]).exits(2);
}

#[test]
fn colour_is_on_request() {
    let project = untranslated();
    let plain = project.sverka(["check"]).exits(1).stdout;
    let coloured = project.sverka(["check", "--color", "always"]).exits(1).stdout;
    assert!(!plain.contains('\u{1b}') && coloured.contains("\u{1b}["));
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
}

#[test]
fn a_closed_pipe_ends_quietly_and_truly() {
    let project = untranslated();
    project.git(&["init", "--quiet"]);
    let mut child: Command = project.sverka_command();
    let mut child =
        child.arg("check").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(1), ""));
}

#[test]
fn packagers_get_completions_and_a_manual() {
    let project = Project::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(project.sverka(["completions", shell]).exits(0).stdout.contains("sverka"));
    }
    for (arguments, title) in
        [(&["man"][..], ".TH sverka 1"), (&["man", "status"], ".TH sverka-status 1")]
    {
        let manual = project.sverka(arguments.iter().copied()).exits(0).stdout;
        assert!(manual.contains(title) && manual.contains("EXIT STATUS"), "{manual}");
    }
    project.sverka(["man", "--all", "pages"]).exits(2);
    std::fs::create_dir(project.path("pages")).unwrap();
    project.sverka(["man", "--all", "pages"]).exits(0);
    assert!(project.read("pages/sverka-check.1").contains(".SH EXAMPLES"));
}

#[test]
fn init_says_what_it_found_and_keeps_what_is_there() {
    let project = untranslated();
    project.sverka(["init", "--dry-run"]).exits(0);
    assert!(!project.path("sverka.toml").exists());
    project.sverka(["init"]).exits(0);
    let first = project.read("sverka.toml");
    assert!(first.starts_with("#:schema https://"), "{first}");
    project.sverka(["init"]).exits(2);
    assert_eq!(project.read("sverka.toml"), first);
    project.sverka(["init", "--force"]).exits(0);
}
