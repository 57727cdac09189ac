//! What was found, for people and for programs.

use super::{Finding, Severity};
use crate::document::Document;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde::Serialize;

/// Each finding with its line.
pub fn show(document: &Document, findings: &[Finding], renderer: &Renderer) -> String {
    let renderer = renderer.clone().decor_style(DecorStyle::Ascii);
    findings.iter().map(|it| one(document, it, &renderer)).collect()
}

fn one(document: &Document, finding: &Finding, renderer: &Renderer) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Remark => Level::NOTE.with_name("remark"),
    };
    let mark = AnnotationKind::Primary.span(finding.span.clone()).label(finding.place.as_str());
    let snippet = Snippet::source(document.text.as_str()).path(document.name.as_str()).annotation(mark);
    let group = level.primary_title(finding.message.as_str()).id(finding.rule).element(snippet);
    format!("{}\n\n", renderer.render(&[group]))
}

/// How much was found, in a line.
pub fn summary(document: &Document, findings: &[Finding]) -> String {
    let count = |severity: Severity, one: &str| {
        let count = findings.iter().filter(|it| it.severity == severity).count();
        format!("{count} {one}{}", if count == 1 { "" } else { "s" })
    };
    let counts =
        [count(Severity::Error, "error"), count(Severity::Warning, "warning"), count(Severity::Remark, "remark")];
    format!("{}: {}\n", document.name, counts.join(", "))
}

/// The findings of all files as JSON.
pub fn json(checked: &[(Document, Vec<Finding>)]) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct File<'a> {
        file: &'a str,
        findings: &'a [Finding],
    }
    let files: Vec<_> = checked.iter().map(|(it, findings)| File { file: &it.name, findings }).collect();
    serde_json::to_string_pretty(&files).map(|it| it + "\n")
}
