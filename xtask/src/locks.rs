//! The lock files of the tools, in `xtask/tools`: what a tool is installed from has the hash that stands there, or is
//! refused.

use crate::places;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// How many bytes of a hash are in the name of a folder: enough to tell the versions of one lock apart.
const N_BYTES: usize = 6;

/// The folder of wasm-opt and esbuild: a package that depends on them, with npm's lock.
pub fn npm() -> PathBuf {
    folder()
}

/// The package with wasm-bindgen's programs, with Cargo's lock.
pub fn wasm_bindgen() -> PathBuf {
    folder().join("wasm-bindgen")
}

/// The requirements for pip: dbus-fast, with its hashes.
pub fn dbus_fast() -> PathBuf {
    folder().join("dbus-fast.txt")
}

/// The folder in the cache of what a lock file names. Another lock has another folder, so nothing that was installed
/// by an older one, or by none, is taken for it.
pub fn installed(name: &str, lock: &Path) -> Result<PathBuf> {
    let bytes = fs::read(lock).with_context(|| format!("{} can not be read", lock.display()))?;
    let hash = Sha256::digest(bytes).iter().take(N_BYTES).fold(0_u64, |sum, it| (sum << 8) | u64::from(*it));
    Ok(places::tool(name, &format!("{hash:012x}")))
}

fn folder() -> PathBuf {
    places::root().join("xtask/tools")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::versions;
    use serde_json::Value;

    /// Where a release can be made: by npm's names of systems and processors.
    const PLATFORMS: [&str; 5] = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win32-x64"];

    fn json(name: &str) -> Value {
        serde_json::from_str(&fs::read_to_string(npm().join(name)).unwrap()).unwrap()
    }

    #[test]
    fn npm_installs_the_versions_that_are_named_here() {
        let (package, lock) = (json("package.json"), json("package-lock.json"));
        let named = &package["devDependencies"];
        assert_eq!(named["binaryen"], format!("{}.0.0", versions::WASM_OPT));
        assert_eq!(named["esbuild"], versions::ESBUILD);
        for (name, version) in named.as_object().unwrap() {
            assert_eq!(lock["packages"][""]["devDependencies"][name], *version, "{name}");
            assert_eq!(lock["packages"][format!("node_modules/{name}")]["version"], *version, "{name}");
        }
    }

    #[test]
    fn npm_knows_the_hash_of_each_package_on_each_platform() {
        let lock = json("package-lock.json");
        let packages = lock["packages"].as_object().unwrap();
        for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            let hash = package["integrity"].as_str().unwrap_or_default();
            assert!(hash.starts_with("sha512-"), "{name} has no hash");
        }
        for platform in PLATFORMS {
            let name = format!("node_modules/@esbuild/{platform}");
            assert_eq!(packages[&name]["version"], versions::ESBUILD, "{name}");
        }
    }

    #[test]
    fn wasm_bindgen_is_locked_at_the_version_of_the_library_with_all_that_it_is_built_of() {
        let version = versions::wasm_bindgen().unwrap();
        let manifest = fs::read_to_string(wasm_bindgen().join("Cargo.toml")).unwrap();
        for line in [format!("version = \"{version}\""), format!("wasm-bindgen-cli = {{ version = \"={version}\"")] {
            assert!(manifest.contains(&line), "Cargo.toml lacks {line}");
        }
        let lock = fs::read_to_string(wasm_bindgen().join("Cargo.lock")).unwrap();
        let packages: Vec<&str> = lock.split("[[package]]\n").skip(1).collect();
        assert!(
            packages.iter().any(|it| it.starts_with(&format!("name = \"wasm-bindgen-cli\"\nversion = \"{version}\"")))
        );
        let own = packages.iter().filter(|it| !it.contains("\nchecksum = \"")).count();
        assert_eq!(own, 1, "only the package in the repository has no hash");
    }

    #[test]
    fn pip_knows_the_hash_of_the_version_that_is_named_here() {
        let requirements = fs::read_to_string(dbus_fast()).unwrap();
        let lines: Vec<&str> = requirements.lines().filter(|it| !it.starts_with('#')).collect();
        assert_eq!(lines.first(), Some(&&*format!("dbus-fast=={} \\", versions::DBUS_FAST)));
        assert!(lines.len() > 1 && lines.iter().skip(1).all(|it| it.trim_start().starts_with("--hash=sha256:")));
    }
}
