//! Where things are: the repository, its build, and the cache outside of it.

use std::env;
use std::path::PathBuf;

/// The root of the repository.
///
/// Cargo names this package's folder when it runs a chore; a binary that was started by hand takes the current folder.
pub fn root() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let above = package.as_deref().and_then(|it| it.parent()).map(PathBuf::from);
    above.or_else(|| env::current_dir().ok()).unwrap_or_else(|| PathBuf::from("."))
}

/// Where Trunk puts what it builds.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where the tests of the build keep what they have checked, for the report on accessibility.
pub fn checked() -> PathBuf {
    dist().join("reports/checked.jsonl")
}

/// Where the npm package is made.
pub fn package() -> PathBuf {
    root().join("pkg")
}

/// What Cargo makes of the widget in a release build.
pub const WASM: &str = "wasm32-unknown-unknown/release/fault_finder.wasm";

/// A file that Cargo has built.
pub fn built(file: &str) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join(file)
}

/// The tests in real browsers, a package of their own.
pub fn end_to_end() -> PathBuf {
    root().join("tests/e2e")
}

/// The walk in the oldest browser, a package of its own.
pub fn oldest() -> PathBuf {
    root().join("tests/oldest")
}

/// The benchmark, a package of its own.
pub fn bench() -> PathBuf {
    root().join("bench")
}

/// Where Cargo keeps the sources of packages.
pub fn cargo_home() -> PathBuf {
    let given = env::var_os("CARGO_HOME").map(PathBuf::from);
    given.or_else(|| env::home_dir().map(|it| it.join(".cargo"))).unwrap_or_default()
}

/// Where tools and logs are kept. It lies outside the clone so that a fresh clone finds them.
pub fn cache() -> PathBuf {
    let given = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|it| it.is_absolute());
    let base = given.or_else(|| env::home_dir().map(|it| it.join(".cache"))).unwrap_or_else(env::temp_dir);
    base.join("fault-finder")
}

/// The folder of one tool in one version.
pub fn tool(name: &str, version: &str) -> PathBuf {
    cache().join("tools").join(format!("{name}-{version}"))
}
