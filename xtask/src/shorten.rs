//! Makes one script of many modules, and shorter what nobody reads: scripts, styles, and the names between the
//! WebAssembly and its glue.

use crate::toolbox::{Toolbox, command};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What wasm-opt calls the one module that is imported from.
const MODULE: &str = "a";
/// wasm-opt refuses what it is not told of; these are what the compiler uses.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What wasm-opt tells of the names that it has replaced.
#[derive(Deserialize)]
struct Names {
    /// The module, the name and the short name of each import.
    imports: Vec<(String, String, String)>,
    /// The name and the short name of each export.
    exports: Vec<(String, String)>,
}

/// Gives short names to what the WebAssembly imports and exports, and returns the glue with the same names.
///
/// wasm-bindgen's names end in a hash each, which nothing can compress.
pub fn names(wasm: &Path, glue: &str) -> Result<String> {
    let mut command = command("wasm-opt");
    command.args(FEATURES).arg("--minify-imports-and-exports-and-modules").arg(wasm).arg("-o").arg(wasm);
    let names: Names = serde_json::from_slice(&run(&mut command, "")?).context("wasm-opt tells no names")?;
    names.within(glue)
}

/// One script of a module and all that it imports, with these values for the names that nobody declares. What it imports
/// as `glue` is another file. In as few characters as it takes if it `is_short`.
pub fn bundle(
    toolbox: &Toolbox,
    module: &Path,
    values: &[(&str, String)],
    glue: Option<&Path>,
    is_short: bool,
) -> Result<String> {
    let mut command = esbuild(toolbox);
    command.args(["--bundle", "--format=iife", "--target=es2022", "--legal-comments=none"]).arg(module);
    command.args(values.iter().map(|(name, value)| format!("--define:{name}={value}")));
    command.args(glue.map(|it| format!("--alias:glue={}", it.display())));
    command.args(is_short.then_some("--minify"));
    text(run(&mut command, "")?)
}

/// Styles in as few characters as it takes.
pub fn styles(toolbox: &Toolbox, styles: &str) -> Result<String> {
    text(run(esbuild(toolbox).args(["--minify", "--loader=css"]), styles)?)
}

fn esbuild(toolbox: &Toolbox) -> Command {
    let mut command = toolbox.command("esbuild");
    command.args(["--charset=utf8", "--log-level=warning"]);
    command
}

fn text(answer: Vec<u8>) -> Result<String> {
    String::from_utf8(answer).context("esbuild answers in no UTF-8")
}

impl Names {
    /// A script that has these names only where wasm-bindgen puts them: `name: function` and `wasm.name`.
    fn within(&self, glue: &str) -> Result<String> {
        let imports: HashMap<&str, &str> = self.imports.iter().map(|(_, it, short)| (&**it, &**short)).collect();
        let exports: HashMap<&str, &str> = self.exports.iter().map(|(it, short)| (&**it, &**short)).collect();
        let mut n_imports = 0;
        let mut short = String::with_capacity(glue.len());
        let mut rest = glue;
        while let Some(start) = rest.find(is_of_name) {
            let (before, from) = rest.split_at(start);
            let (name, after) = from.split_at(from.find(|it| !is_of_name(it)).unwrap_or(from.len()));
            short.push_str(before);
            let import = imports.get(name).filter(|_| after.starts_with(": "));
            n_imports += usize::from(import.is_some());
            let export = exports.get(name).filter(|_| short.ends_with("wasm."));
            short.push_str(import.or(export).unwrap_or(&name));
            rest = after;
        }
        short.push_str(rest);
        ensure!(n_imports == imports.len(), "{n_imports} of {} imports are in the glue", imports.len());
        let modules: Vec<String> = self.imports.iter().map(|(it, ..)| format!("\"{it}\"")).collect();
        Ok(modules.iter().fold(short, |it, module| it.replace(module.as_str(), &format!("\"{MODULE}\""))))
    }
}

fn is_of_name(it: char) -> bool {
    it == '_' || it == '$' || it.is_alphanumeric()
}

/// What a program answers to an input.
pub fn run(command: &mut Command, input: &str) -> Result<Vec<u8>> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().with_context(|| name.clone())?;
    // Each program reads all of it before they answer.
    child.stdin.take().context("no input")?.write_all(input.as_bytes())?;
    let answer = child.wait_with_output()?;
    ensure!(answer.status.success(), "{name} failed");
    Ok(answer.stdout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_replaced_where_it_is_an_import_or_an_export_and_nowhere_else() {
        let names = Names {
            imports: vec![("./x.js".to_owned(), "__wbg_get_1f".to_owned(), "b".to_owned())],
            exports: vec![("load".to_owned(), "c".to_owned())],
        };
        let glue =
            "const it = { __wbg_get_1f: function(load) { wasm.load(wasm.loader, load); } }, all = { \"./x.js\": it };";
        let short = "const it = { b: function(load) { wasm.c(wasm.loader, load); } }, all = { \"a\": it };";
        assert_eq!(names.within(glue).unwrap(), short);
    }

    #[test]
    fn an_import_that_the_glue_does_not_give_is_an_error() {
        let names = Names { imports: vec![("x".to_owned(), "get".to_owned(), "b".to_owned())], exports: Vec::new() };
        assert!(names.within("const it = { other: 1 };").is_err());
    }
}
