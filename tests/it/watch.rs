//! `check --watch`: the answer again when a file changed, and nothing in between.

use std::{
    io::{BufRead, BufReader, Read},
    process::{Child, ChildStdout, Stdio},
};

use crate::harness::Project;

/// A `check --watch` at work; it goes when this does.
struct Watch {
    child: Child,
    output: BufReader<ChildStdout>,
}

impl Watch {
    fn over(project: &Project) -> Self {
        let mut command = project.sverka_command();
        command.args(["check", "--watch"]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, output }
    }

    /// What is written up to the line that holds `text`, that line too.
    fn until(&mut self, text: &str) -> String {
        let mut written = String::new();
        while !written.contains(text) {
            assert!(self.output.read_line(&mut written).unwrap() > 0, "ended after {written}");
        }
        written
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_change_of_a_text_or_of_the_configuration_is_answered_by_itself() {
    let project = Project::with_pair("Утром шёл дождь.\n", "In the morning it rained.\n");
    let mut watch = Watch::over(&project);
    watch.until("nothing to report");

    project.write("source-ru/a.md", "Утром шёл дождь.\n\nВечером приехал старый автобус.\n");
    assert!(watch.until("1 error").contains("untranslated"));

    // Half a configuration is said and waited out.
    project.write("sverka.toml", "[check\n");
    project.write("source-ru/b.md", "Письмо из деревни.\n");
    std::thread::sleep(std::time::Duration::from_secs(1));
    project.write("sverka.toml", "[check]\nuntranslated = \"warn\"\n");
    let answer = watch.until("2 documents");
    assert!(answer.contains("warning[untranslated]") && answer.contains("document-untranslated"));
    watch.child.kill().unwrap();
    let mut said = String::new();
    watch.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(said.contains("sverka.toml:1") && said.contains("Waiting for changes"), "{said}");
}

#[test]
fn what_writes_or_reads_elsewhere_is_not_watched() {
    let project = Project::with_pair("Да.\n", "Yes.\n");
    for other in [["--fix", "--dry-run"], ["--pairs", "-"]] {
        let run = project.sverka(["check", "--watch"].into_iter().chain(other));
        assert_eq!(run.code, 2, "{}", run.stderr);
    }
}
